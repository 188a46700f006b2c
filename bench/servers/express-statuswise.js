// @ts-check
import { notModified } from 'statuswise'
import { problems, send } from 'statuswise/express'
import { application } from './express-app.js'
import { etag } from './orders.js'
import { serve } from './serve.js'
import { throws } from './throws-typed.js'

const unchanged = (/** @type {import('express').Response} */ res) => send(res, notModified({ etag }))

serve(application(throws, unchanged).use(problems()))
