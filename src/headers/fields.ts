/** Header fields as objects hold them: a name once; several field lines as an array. */
export type Fields = Readonly<Record<string, string | readonly string[]>>
