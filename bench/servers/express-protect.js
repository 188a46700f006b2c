// @ts-check
/** Express alone, on a server that protect() looks after. */
import { protect } from 'statuswise/node'
import { application } from './express-app.js'
import { serve } from './serve.js'
import { throws } from './throws-typed.js'

serve(application(throws), protect)
