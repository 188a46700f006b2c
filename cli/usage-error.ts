/** What the user has to know to call the tool right, or why it can't begin. The tool ends with 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}
