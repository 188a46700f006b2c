import stringify from 'safe-stable-stringify'

/** Writes a value as JSON that JSON.stringify refuses; undefined for what JSON leaves out. May throw. */
export const tolerantStringify: (
  value: unknown,
  replacer: (key: string, value: unknown) => unknown,
) => string | undefined = stringify.configure({ deterministic: false, maximumDepth: 50, circularValue: '[Circular]' })
