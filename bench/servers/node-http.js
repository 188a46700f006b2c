// @ts-check
/** No framework, nothing thrown: the same bytes, written by node:http. */
import { precomputed, serve } from './serve.js'

const answers = precomputed()

serve((req, res) => {
  const answer = answers.get(req.url)
  if (answer === undefined) res.writeHead(404).end()
  else res.writeHead(answer.status, answer.reason, answer.headers).end(answer.body)
})
