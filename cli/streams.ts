/** Where a command writes to: `process`, or what a test gives. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

export interface Streams {
  readonly stdout: Output
  readonly stderr: Output
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Ends what is going on; what is known until then is still written. */
  readonly signal?: AbortSignal | undefined
}
