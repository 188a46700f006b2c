// @ts-check
/** Koa alone, on a server that protect() looks after. */
import { protect } from 'statuswise/node'
import { application } from './koa-app.js'
import { serve } from './serve.js'
import { throws } from './throws-typed.js'

serve(application({ throws }), protect)
