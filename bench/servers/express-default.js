// @ts-check
/** Express alone: http-errors, and the default handler (finalhandler) with the page that it shows outside of production. */
import { application } from './express-app.js'
import { httpErrors } from './express-http-errors.js'
import { serve } from './serve.js'

serve(application(httpErrors))
