import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isSuccess } from '../../shared/methods.ts'

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
        const { method } = earlier.request
        // OPTIONS is answered by servers that leave it out of Allow on purpose.
        const isContrary = methods.includes(method)
          ? [405, 501].includes(earlier.response.status)
          : isSuccess(earlier) && method !== 'OPTIONS'
        return isContrary && isLatest(earlier, exchange)
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

/** Whether nothing tells more recently of a method than an earlier exchange: the resource may have changed since. */
function isLatest(earlier: ExchangeView, exchange: ExchangeView): boolean {
  const { method } = earlier.request
  if (exchange.request.method === method && !isSuccess(exchange)) return false
  return exchange.before(({ request }) => request.method === method) === earlier
}
