// @ts-check
/** What the handlers of the framework's defaults throw: the arguments of http-errors, which are those of Koa's ctx.throw. */
import { errors } from './orders.js'

/** @typedef {[status: number, ...rest: (string | Record<string, unknown>)[]]} Arguments */

/** @type {Arguments} */
const notFound = [404, 'No order 42']

/** @type {Record<string, Arguments>} */
export const throws = {
  '/404': notFound,
  '/404-html': notFound,
  '/404-unforeseen': notFound,
  '/405': [405, 'Method Not Allowed', { headers: { Allow: 'POST, PATCH' } }],
  '/422': [422, 'The order is incomplete', { errors }],
}
