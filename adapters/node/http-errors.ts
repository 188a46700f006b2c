import { HttpError } from 'http-errors'
import { HttpProblem } from '../../src/problems/index.ts'

// `instanceof HttpError` is what some middleware and loggers ask. HttpError is an Error itself, so nothing is lost.
if (!(HttpProblem.prototype instanceof HttpError)) Object.setPrototypeOf(HttpProblem.prototype, HttpError.prototype)
