const express = require('express')
const createError = require('http-errors')
const { MethodNotAllowed, NotFound, noContent } = require('statuswise')
const { handle, problems, send } = require('statuswise/express')

const app = express()
app.get(
  '/orders/:id',
  handle(async (req) => {
    throw new NotFound(`No order ${req.params.id}`)
  }),
)
app.all('/orders', () => {
  throw new MethodNotAllowed({ allow: ['GET', 'POST'] })
})
app.get('/teapot', () => {
  throw createError(418, 'No coffee here')
})
app.get('/failure', () => {
  throw new Error('secret')
})
app.get('/empty', (_req, res) => send(res, noContent()))
app.use(problems())

import('./answers.js').then(({ checkAnswers }) => checkAnswers(app))
