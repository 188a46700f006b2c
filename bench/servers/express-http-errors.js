// @ts-check
/** What the handlers of Express alone throw. */
import createError from 'http-errors'
import { throws } from './throws-http-errors.js'

/** @type {Record<string, () => never>} */
export const httpErrors = {
  '/500': () => {
    throw new Error('The database is away')
  },
}

for (const [path, args] of Object.entries(throws)) {
  httpErrors[path] = () => {
    throw createError(...args)
  }
}
