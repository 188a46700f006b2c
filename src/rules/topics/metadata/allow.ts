import { brief, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** Allow lists the methods of a resource. */
export const allowRules: readonly Rule[] = [
  {
    id: '9110-10.2.1-allow-truthful',
    level: 'advice',
    rfc: '9110',
    section: '10.2.1',
    topic: 'metadata',
    statement: 'Allow names the methods that the resource has at the time, all of them and no others.',
    fields: ['allow'],
    needs: ['earlier'],
    check: (exchange) => {
      const { response } = exchange
      const methods = response.list('allow')
      const contrary = exchange.before((earlier) => {
        const { status } = earlier.response
        // OPTIONS is answered by servers that leave it out of Allow on purpose.
        if (earlier.request.method === 'OPTIONS') return false
        const isListed = methods.includes(earlier.request.method)
        return isListed ? status === 405 || status === 501 : status >= 200 && status < 300
      })
      if (contrary === undefined) return undefined
      const { method } = contrary.request
      return fault(
        methods.includes(method)
          ? `Allow lists ${method}, which got a ${contrary.response.status} before.`
          : `Allow does not list ${brief(method, 40)}, which got a ${contrary.response.status} before.`,
        `${contrary.request.line}\n${contrary.response.line}\n${response.show('allow')}`,
      )
    },
    remedy: 'Let the router say it: problems() makes Allow of the routes.',
  },
]
