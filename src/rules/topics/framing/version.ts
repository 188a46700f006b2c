import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** What version a response says it is of. */
export const versionRules: readonly Rule[] = [
  {
    id: '9110-6.2-version-highest-conformant',
    level: 'SHOULD',
    rfc: '9110',
    section: '6.2',
    topic: 'framing',
    statement:
      'A response is of the highest version that the server speaks within the major version of the request, also where the request is of a lower one.',
    needs: ['earlier'],
    check: (exchange) => {
      const { response } = exchange
      if (response.version !== '1.0') return undefined
      const newer = exchange.before((earlier) => earlier.response.version === '1.1')
      if (newer === undefined) return undefined
      return fault(
        'The response says HTTP/1.0, though the same server has answered for the same target with HTTP/1.1.',
        `${newer.response.line}\n${response.line}`,
      )
    },
    remedy:
      'Let Node write the status line: it says HTTP/1.1 to every client. If a proxy does it, set the version with which it answers.',
  },
]
