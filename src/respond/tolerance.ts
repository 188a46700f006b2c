/** Writes a value as JSON; undefined for what JSON leaves out. May throw. */
export type Stringify = (value: unknown, replacer: (key: string, value: unknown) => unknown) => string | undefined

/** How safe-stable-stringify writes what JSON.stringify refuses. */
export const tolerance = { deterministic: false, maximumDepth: 50, circularValue: '[Circular]' } as const
