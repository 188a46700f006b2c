import { bytes, fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { targetOf } from '../../shared/reference-targets.ts'
import { fromSameClient } from '../../shared/series.ts'

/** 2xx (RFC 9110 §15.3) */
export const successRules: readonly Rule[] = [
  {
    id: '9110-15.3.1-200-prefer-204-when-no-content-wanted',
    level: 'advice',
    rfc: '9110',
    section: '15.3.1',
    topic: 'status-code',
    statement: 'A success is answered with 204 rather than with an empty 200 if the request prefers to get no content.',
    status: [200],
    needs: ['length'],
    decidedBy: 'application',
    applies: ({ request }) => request.has('prefer') && ['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method),
    check: ({ request, response }) =>
      response.contentLength === 0 && request.list('prefer').some((preference) => MINIMAL.test(preference))
        ? fault(
            'The request prefers no content and got none, but with a 200; that is what 204 is for.',
            `${request.show('prefer')}\n${response.line}`,
          )
        : undefined,
    remedy: 'return send(res, noContent()).',
  },
  {
    id: '9110-15.3.2-201-identifies-resource',
    level: 'advice',
    rfc: '9110',
    section: '15.3.2',
    topic: 'status-code',
    statement: 'What a 201 has created is found at its Location, or else at its target.',
    status: [404, 410],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'GET',
    check: (exchange) => {
      const { earlier, request, response } = exchange
      const at = earlier.findLastIndex((other) => {
        if (other.response.status !== 201 || !fromSameClient(other.request, request)) return false
        const location = other.response.get('location')
        return (location === undefined ? other.request.target : targetOf(location, other)) === request.target
      })
      const created = earlier[at]
      // Whatever came after it may have removed it.
      if (created === undefined || earlier.slice(at + 1).some((other) => other.request.method !== 'GET'))
        return undefined
      return fault(
        `The 201 said that ${quoted(request.target)} was created, and it is not there.`,
        `${created.request.line}\n${created.response.line}\n${created.response.show('location')}\n${request.line}\n${response.line}`,
      )
    },
    remedy: "Name in Location what was created: send(res, created('/orders/43')).",
  },
  {
    id: '9110-15.3.3-202-points-to-status',
    level: 'advice',
    rfc: '9110',
    section: '15.3.3',
    topic: 'status-code',
    statement: 'A 202 says how far the work has come, and where to look how it goes on.',
    status: [202],
    needs: ['length'],
    decidedBy: 'application',
    applies: ({ mayHaveContent }) => mayHaveContent,
    check: ({ response }) =>
      response.contentLength === 0 && !MONITORS.some((name) => response.has(name))
        ? fault(
            'The 202 has neither content nor Location: nobody can find out what became of the request.',
            response.line,
          )
        : undefined,
    remedy: "return send(res, accepted({ location: '/jobs/7', body: { state: 'queued' } })).",
  },
  {
    id: '9110-15.3.4-203-only-from-transforming-proxy',
    level: 'advice',
    rfc: '9110',
    section: '15.3.4',
    topic: 'status-code',
    statement: '203 is for proxies that have changed the content of a 200, and no origin server sends it.',
    status: [203],
    check: ({ response }) =>
      response.has('via')
        ? undefined
        : fault('The 203 has no Via, so no proxy sent it; an origin server answers with 200.', response.line),
    remedy: 'Answer with 200.',
  },
  {
    id: '9110-15.3.5-204-no-content',
    level: 'advice',
    rfc: '9110',
    section: '15.3.5',
    topic: 'status-code',
    statement: 'A 204 ends with its fields: it has neither content nor trailers.',
    covers: ['9112-6.3-204-no-body-octets'],
    status: [204],
    check: ({ response }) => {
      if (response.bytesAfterFields > 0)
        return fault(
          `The 204 has content (${bytes(response.bytesAfterFields)}), which its client takes for the beginning of the next response.`,
          response.line,
        )
      return response.message.trailers?.length
        ? fault('The 204 has trailers, which only follow content.', response.line)
        : undefined
    },
    remedy: 'return send(res, noContent()), or mount conform().',
  },
  {
    id: '9110-15.3.6-205-no-content',
    level: 'MUST NOT',
    rfc: '9110',
    section: '15.3.6',
    topic: 'status-code',
    statement: 'A 205 has no content.',
    status: [205],
    check: ({ response }) =>
      response.bytesAfterFields > 0
        ? fault(
            `The 205 has content (${bytes(response.bytesAfterFields)}), and must have none: a 200 may bring some.`,
            response.line,
          )
        : undefined,
    remedy: 'return send(res, resetContent()), or mount conform().',
  },
]

const MINIMAL = /^return[\t ]*=[\t ]*(?:minimal|"minimal")(?:$|[\t ;])/i

/** Fields that lead to a resource which tells how the work goes on. */
const MONITORS = ['location', 'content-location', 'link', 'operation-location', 'azure-asyncoperation', 'retry-after']
