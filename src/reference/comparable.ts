/**
 * `Not Found`, `not-found`, `NotFound` and `NOT_FOUND` are the same. What stands before a digit stays: `40.4`, `4,04` and
 * `-404` are not `404`.
 */
export function comparable(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9](?!\d)/g, '')
}
