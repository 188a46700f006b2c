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

/**
 * A promise of what a value is, or of what it will be if it acts like a promise. Unlike `await`, it also listens to what the
 * `then` of somebody else's object gives back: that may reject, and would be nobody's to catch.
 */
export function settled(value: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (isThenable(value)) watchPromise(value.then(resolve, reject), reject)
    else resolve(value)
  })
}
