// @ts-check
/** Express with conform() alone, which looks at every response and has nothing to mend. */
import { conform } from 'statuswise/express'
import { application } from './express-app.js'
import { serve } from './serve.js'
import { throws } from './throws-typed.js'

serve(application(throws, undefined, conform()))
