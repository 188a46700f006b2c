import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

// Fields that are defined for requests alone (RFC 9110 §7.2, §7.6.2, §10.1, §11.6.2, §11.7.2, §13.1; RFC 6265 §4.2). Range
// is not among them: registries and resumable uploads say in it how much of an upload has come.
const OF_REQUESTS: ReadonlySet<string> = new Set([
  ...[
    'authorization',
    'cookie',
    'expect',
    'from',
    'host',
    'if-match',
    'if-modified-since',
    'if-none-match',
    'if-range',
  ],
  ...['if-unmodified-since', 'max-forwards', 'proxy-authorization', 'referer', 'te', 'user-agent'],
])

/** What only the other side may say (RFC 9110 §2.2). */
export const roleRules: readonly Rule[] = [
  {
    id: '9110-2.2-role-restricted-elements',
    level: 'MUST NOT',
    rfc: '9110',
    section: '2.2',
    topic: 'syntax',
    statement: 'A response has no fields that only requests have, such as Host, If-None-Match or Authorization.',
    check: ({ response }) => {
      const wrong = response.lines.find(([name]) => OF_REQUESTS.has(name.toLowerCase()))
      if (wrong === undefined) return undefined
      // What a client sent as a secret need not be printed.
      const value = /authorization|cookie/i.test(wrong[0]) ? '…' : wrong[1]
      return fault(
        `The field ${wrong[0]} is one of requests; in a response it means nothing, and may tell what others sent.`,
        `${wrong[0]}: ${value}`,
      )
    },
    remedy: 'Do not copy req.headers into a response; name the fields that are to be copied.',
  },
]
