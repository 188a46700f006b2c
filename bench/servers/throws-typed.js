// @ts-check
/** What the handlers of the floor and of statuswise throw: the same, so that making it is on both sides of the ratio. */
import { MethodNotAllowed, NotFound, UnprocessableContent } from 'statuswise'
import { errors } from './orders.js'

const notFound = () => {
  throw new NotFound('No order 42')
}

/** @type {Record<string, () => never>} */
export const throws = {
  '/404': notFound,
  '/404-html': notFound,
  '/404-unforeseen': notFound,
  '/405': () => {
    throw new MethodNotAllowed({ allow: ['POST', 'PATCH'] })
  },
  '/422': () => {
    throw new UnprocessableContent({ detail: 'The order is incomplete', errors })
  },
  '/500': () => {
    throw new Error('The database is away')
  },
}
