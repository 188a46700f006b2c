import { unauthorized } from '@hapi/boom'

// Code of other people and other times. It throws what it likes; none of it knows statuswise.

/** The secret in its message is for the log alone. */
export function statistics(): never {
  throw new Error('connect ECONNREFUSED postgres://shop:hunter2@10.0.0.7/statistics')
}

/** Not even an Error. */
export function priceOf(_article: string): never {
  throw null
}

/** A 401 without a challenge: the application's `fallbacks` supply it. */
export function report(): never {
  throw unauthorized('Reports are for the staff')
}
