// @ts-check
import { notModified } from 'statuswise'
import { problems, send } from 'statuswise/koa'
import { application } from './koa-app.js'
import { etag } from './orders.js'
import { serve } from './serve.js'
import { throws } from './throws-typed.js'

serve(application({ throws, unchanged: (ctx) => send(ctx, notModified({ etag })), outermost: problems() }))
