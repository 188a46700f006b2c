// @ts-check
/** The least that an Express error handler can do: bytes that were rendered before the request came. */
import { application } from './express-app.js'
import { precomputed, serve } from './serve.js'
import { throws } from './throws-typed.js'

const answers = precomputed()

/** @type {import('express').ErrorRequestHandler} */
const floor = (error, req, res, next) => {
  const answer = answers.get(req.url)
  if (answer === undefined) next(error)
  else res.writeHead(answer.status, answer.reason, answer.headers).end(answer.body)
}

serve(application(throws).use(floor))
