import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** Fields of requests are none of responses. */
export const requestRules: readonly Rule[] = [
  {
    id: '8470-5.1-not-in-response',
    level: 'MUST NOT',
    rfc: '8470',
    section: '5.1',
    topic: 'metadata',
    statement: 'Early-Data is a field of requests only.',
    check: ({ response }) =>
      response.has('early-data')
        ? fault('The response has Early-Data, a field of requests.', response.show('early-data'))
        : undefined,
    remedy: 'Send 425 without Early-Data: throw new TooEarly().',
  },
]
