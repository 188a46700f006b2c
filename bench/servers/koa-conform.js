// @ts-check
/** Koa with conform() alone, which looks at every response and has nothing to mend. */
import { conform } from 'statuswise/koa'
import { application } from './koa-app.js'
import { serve } from './serve.js'
import { throws } from './throws-typed.js'

serve(application({ throws, outermost: conform() }))
