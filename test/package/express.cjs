const express = require('express')
const createError = require('http-errors')
const { MethodNotAllowed, NotFound, noContent, representation } = require('statuswise')
const { conform, gone, handle, moved, problems, send } = require('statuswise/express')

const app = express()
app.use(conform({ onMend() {} }))
app.use(gone(['/legacy/*']))
app.use(moved({ '/blog/:id': '/orders/:id' }))
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
app.get('/text', (req, res) => send(res, representation(req, { body: 'some text', etag: '"1"' })))
app.get('/bare', (_req, res) => res.status(401).end())
app.use(problems())

import('./answers.js').then(({ checkAnswers }) => checkAnswers(app))
