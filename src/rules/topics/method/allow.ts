import { fault, quoted } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import type { Rule } from '../../rule.ts'
import { COMMON_METHODS, isSuccess } from '../../shared/methods.ts'

/** Allow says which methods a resource supports. */
export const allowRules: readonly Rule[] = [
  {
    id: '9110-15.5.6-allow',
    level: 'MUST',
    rfc: '9110',
    section: '15.5.6',
    topic: 'method',
    statement: 'A 405 has an Allow field with the methods that the target resource supports, empty if there are none.',
    status: [405],
    check: ({ response }) =>
      response.has('allow')
        ? undefined
        : fault('The 405 has no Allow, so the client cannot know which methods would work.', response.line),
    remedy: "throw new MethodNotAllowed({ allow: ['GET', 'POST'] }), or mount problems(), which knows the routes.",
  },
  {
    id: '9110-15.5.6-allow-excludes-method',
    level: 'advice',
    rfc: '9110',
    section: '15.5.6',
    topic: 'method',
    statement: 'The Allow of a 405 does not list the method that was just refused.',
    status: [405],
    fields: ['allow'],
    check: ({ request, response }) =>
      response.list('allow').includes(request.method)
        ? fault(
            `The 405 says that ${quoted(request.method)} is not supported, and its Allow that it is.`,
            `${request.line}\n${response.show('allow')}`,
          )
        : undefined,
    remedy:
      'List in Allow what the resource supports. If the method is supported and only refused now or to this client, 403 or 409 fits.',
  },
  {
    id: '9110-10.2.1-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '10.2.1',
    topic: 'method',
    statement: 'Allow lists methods, which are tokens: no quotes, no parameters, only commas between them.',
    fields: ['allow'],
    check: ({ response }) => {
      const wrong = response.list('allow').find((method) => !isToken(method))
      return wrong === undefined
        ? undefined
        : fault(
            `Allow lists methods with commas between them, and ${quoted(wrong)} is not a method.`,
            response.show('allow'),
          )
    },
    remedy: "throw new MethodNotAllowed({ allow: ['GET', 'POST'] }), or write res.set('Allow', 'GET, HEAD, POST').",
  },
  {
    id: '9110-10.2.1-head-with-get',
    level: 'advice',
    rfc: '9110',
    section: '10.2.1',
    topic: 'method',
    statement: 'Where Allow lists GET it lists HEAD too, which every general-purpose server supports.',
    fields: ['allow'],
    check: ({ response }) => {
      const methods = response.list('allow')
      return methods.includes('GET') && !methods.includes('HEAD')
        ? fault(
            'Allow lists GET without HEAD, though what can be got with GET can be asked about with HEAD.',
            response.show('allow'),
          )
        : undefined
    },
    remedy: "throw new MethodNotAllowed({ allow: ['GET'] }) adds HEAD by itself; by hand, write 'GET, HEAD'.",
  },
  {
    id: '9110-9.1-method-case',
    level: 'advice',
    rfc: '9110',
    section: '9.1',
    topic: 'method',
    statement: 'Methods are case-sensitive: "get" is not GET, neither in a request nor in Allow.',
    check: (exchange) => {
      const { response } = exchange
      const wrong = response.has('allow') ? response.list('allow').find(isMiscased) : undefined
      if (wrong !== undefined)
        return fault(
          `Allow lists ${quoted(wrong)}, which no client can take for ${wrong.toUpperCase()}: case matters.`,
          response.show('allow'),
        )
      if (!isSuccess(exchange) || !isMiscased(exchange.request.method)) return undefined
      const { method, line } = exchange.request
      return fault(
        `${quoted(method)} is another method than ${method.toUpperCase()} and unknown, so 501 would be right, not ${response.status}.`,
        `${line}\n${response.line}`,
      )
    },
    remedy:
      "Compare methods as they are, without toUpperCase(), and list them in capitals: { allow: ['GET', 'POST'] }.",
  },
]

function isMiscased(method: string): boolean {
  return !COMMON_METHODS.has(method) && COMMON_METHODS.has(method.toUpperCase())
}
