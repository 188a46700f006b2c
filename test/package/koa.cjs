const Koa = require('koa')
const { MethodNotAllowed, NotFound, noContent, representation } = require('statuswise')
const { conform, gone, moved, problems, send } = require('statuswise/koa')

const app = new Koa()
app.use(conform({ onMend() {} }))
app.use(problems())
app.use(gone(['/legacy/*']))
app.use(moved({ '/blog/:id': '/orders/:id' }))
app.use(async (ctx) => {
  if (ctx.path === '/orders/42') throw new NotFound('No order 42')
  if (ctx.path === '/orders') throw new MethodNotAllowed({ allow: ['GET', 'POST'] })
  if (ctx.path === '/teapot') ctx.throw(418, 'No coffee here')
  if (ctx.path === '/failure') throw new Error('secret')
  if (ctx.path === '/text') await send(ctx, representation(ctx, { body: 'some text', etag: '"1"' }))
  if (ctx.path === '/bare') ctx.status = 401
  if (ctx.path === '/empty') await send(ctx, noContent())
})

import('./answers.js').then(({ checkAnswers }) => checkAnswers(app.callback()))
