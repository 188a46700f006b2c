import { isObject } from './read.ts'

/** Whether a value is a promise, or acts like one. Throws what reading its `then` throws. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof Reflect.get(value, 'then') === 'function'
}

/**
 * Listens to the rejection of a promise that nobody else may be waiting for: unhandled, it would end the process. Does
 * nothing for any other value; the `then` of an object that is no promise is not called, since it may do anything.
 */
export function watchPromise(value: unknown, rejected: (reason: unknown) => void): void {
  try {
    if (Object.prototype.toString.call(value) === '[object Promise]')
      Promise.prototype.then.call(value, undefined, rejected)
  } catch {
    // It only looks like one.
  }
}
