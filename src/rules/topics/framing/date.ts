import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** Every response of a server with a clock is dated, those of its parser as well. */
export const dateRules: readonly Rule[] = (['2xx', '3xx', '4xx'] as const).map(
  (range): Rule => ({
    id: `9110-6.6.1-date-${range}`,
    level: 'MUST',
    rfc: '9110',
    section: '6.6.1',
    topic: 'framing',
    statement: `An origin server that has a clock dates every ${range} with Date.`,
    status: [range],
    needs: ['sent'],
    check: ({ response }) =>
      response.has('date')
        ? undefined
        : fault(`The ${response.status} has no Date, from which caches count its age.`, response.line),
    remedy:
      "Leave res.sendDate on; in server.on('clientError') and wherever you write to a socket, write Date yourself.",
  }),
)
