import type { ResponseView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import type { XmlElement } from '../../grammar/xml.ts'
import type { Rule } from '../../rule.ts'
import { childrenOf, isDav, isOfDav, rootOf } from './xml-of.ts'

/** Codes of violated conditions (RFC 4918 §16), and the statuses that go with them where the RFC leaves no choice. */
const STATUS_OF: ReadonlyMap<string, number | undefined> = new Map([
  ['lock-token-matches-request-uri', 409],
  ['lock-token-submitted', 423],
  ['no-conflicting-lock', undefined],
  ['no-external-entities', 403],
  ['preserved-live-properties', 409],
  ['propfind-finite-depth', 403],
  ['cannot-modify-protected-property', 403],
])

/** DAV:error (RFC 4918 §16) */
export const conditionRules: readonly Rule[] = [
  {
    id: '4918-16-error-element',
    level: 'MUST',
    rfc: '4918',
    section: '16',
    topic: 'webdav',
    statement: 'The element that names a violated condition is a child of DAV:error.',
    status: ['4xx', '5xx'],
    fields: ['content-type'],
    needs: ['content'],
    check: ({ response }) => {
      const root = rootOf(response)
      return root !== undefined && isOfDav(root) && STATUS_OF.has(root.localName)
        ? fault(`${quoted(root.localName)} stands for itself, and has to be within an error element.`, response.line)
        : undefined
    },
    remedy: "Write <D:error xmlns:D='DAV:'> around it.",
  },
  {
    id: '4918-16-lock-token-href',
    level: 'MUST',
    rfc: '4918',
    section: '16',
    topic: 'webdav',
    statement: 'A DAV:lock-token-submitted has a DAV:href for at least one locked resource.',
    status: ['4xx', '5xx'],
    fields: ['content-type'],
    needs: ['content'],
    check: ({ response }) =>
      conditionsOf(response).some(
        (condition) => isDav(condition, 'lock-token-submitted') && childrenOf(condition, 'href').length === 0,
      )
        ? fault('The lock-token-submitted element does not say in an href which resource is locked.', response.line)
        : undefined,
    remedy: 'Put <D:href> with the path of the locked resource into <D:lock-token-submitted>.',
  },
  {
    id: '4918-16-numeric-first',
    level: 'advice',
    rfc: '4918',
    section: '16',
    topic: 'webdav',
    statement: 'A violated condition comes with the status that RFC 4918 names for it.',
    status: ['4xx', '5xx'],
    fields: ['content-type'],
    needs: ['content'],
    check: (exchange) => {
      const { response } = exchange
      for (const condition of conditionsOf(response)) {
        const { localName } = condition
        const status = isOfDav(condition) ? STATUS_OF.get(localName) : undefined
        if (status === undefined || status === response.status) continue
        // To refresh a lock that is elsewhere fails by If (RFC 4918 §9.10.6).
        const isRefresh = localName === 'lock-token-matches-request-uri' && response.status === 412
        if (!isRefresh || exchange.request.method !== 'LOCK')
          return fault(`${quoted(localName)} goes with ${status}, not with ${response.status}.`, response.line)
      }
      return undefined
    },
    remedy: 'Throw the error of the status that goes with the condition.',
  },
  {
    id: '4918-11.3-condition-code',
    level: 'SHOULD',
    rfc: '4918',
    section: '11.3',
    topic: 'webdav',
    statement: 'A 423 names the violated condition, such as lock-token-submitted or no-conflicting-lock.',
    status: [423],
    needs: ['length'],
    decidedBy: 'application',
    applies: ({ mayHaveContent }) => mayHaveContent,
    check: ({ response }) => {
      if (response.contentLength === 0)
        return fault('The 423 has no content that names the condition, such as lock-token-submitted.', response.line)
      const root = rootOf(response)
      if (root === undefined) return undefined
      return isDav(root, 'error') && root.children.length > 0
        ? undefined
        : fault(
            'The XML of the 423 is no error element with a condition in it, such as lock-token-submitted.',
            response.line,
          )
    },
    remedy: 'Send a DAV:error with <D:lock-token-submitted> and the <D:href> of what is locked.',
  },
]

function conditionsOf(response: ResponseView): readonly XmlElement[] {
  const root = rootOf(response)
  return root !== undefined && isDav(root, 'error') ? root.children : []
}
