// @ts-check
/** Express alone with its page for production, which does without the stack. Its log, which cannot be off, goes nowhere. */
import { application } from './express-app.js'
import { httpErrors } from './express-http-errors.js'
import { serve } from './serve.js'

console.error = () => {}
serve(application(httpErrors).set('env', 'production'))
