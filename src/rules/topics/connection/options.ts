import { fault, quoted } from '../../fault.ts'
import { LIST_FIELDS, SINGLETON_FIELDS } from '../../grammar/list-fields.ts'
import type { Rule } from '../../rule.ts'

/** List fields that do speak of this connection only. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authentication-info', 'trailer', 'transfer-encoding'],
  ...['upgrade'],
])

/** What Connection names: the fields for the next recipient only (RFC 9110 §7.6.1). */
export const optionRules: readonly Rule[] = [
  {
    id: '9110-7.6.1-connection-lists-hop-fields',
    level: 'MUST',
    rfc: '9110',
    section: '7.6.1',
    topic: 'connection',
    statement: 'A field about this connection, such as Keep-Alive, is named in Connection, so that nobody forwards it.',
    fields: ['keep-alive'],
    needs: ['lines'],
    applies: ({ response }) => response.version.startsWith('1.'),
    check: ({ response }) =>
      response.lists('connection', 'keep-alive')
        ? undefined
        : fault(
            'Keep-Alive is sent, but Connection does not name it, so a proxy may pass it on to another connection.',
            response.show('keep-alive', 'connection'),
          ),
    remedy: 'Leave Connection and Keep-Alive to Node; set keepAliveTimeout of the server instead of the fields.',
  },
  {
    id: '9110-7.6.1-connection-not-end-to-end',
    level: 'MUST NOT',
    rfc: '9110',
    section: '7.6.1',
    topic: 'connection',
    statement: 'Connection names no field that is meant for all recipients, such as Cache-Control.',
    fields: ['connection'],
    check: ({ response }) => {
      const wrong = response.list('connection').find((option) => isEndToEnd(option.toLowerCase()))
      if (wrong === undefined) return undefined
      return fault(
        `Connection names ${quoted(wrong)}, so the next recipient removes a field that is meant for all of them.`,
        response.show('connection'),
      )
    },
    remedy: "Remove the name from Connection; it holds only options such as 'close', 'keep-alive' and 'upgrade'.",
  },
]

function isEndToEnd(lowerName: string): boolean {
  return (
    lowerName === 'set-cookie' ||
    SINGLETON_FIELDS.has(lowerName) ||
    (LIST_FIELDS.has(lowerName) && !HOP_BY_HOP.has(lowerName))
  )
}
