import { fault, quoted } from '../../fault.ts'
import { parseAuthority } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'

/** TRACE and CONNECT (RFC 9110 §9.3.8, §9.3.6) */
export const traceConnectRules: readonly Rule[] = [
  {
    id: '9110-9.3.8-200-trace-reflects',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.3.8',
    topic: 'method',
    statement: 'A successful answer to TRACE is a 200 with the request, as the server received it, as its content.',
    covers: ['9110-9.3.8-trace-loopback'],
    status: ['2xx'],
    applies: ({ request }) => request.method === 'TRACE',
    check: ({ request, response }) => {
      const evidence = `${request.line}\n${response.line}`
      if (response.status !== 200)
        return fault(
          `TRACE is answered with ${response.status}; a server that supports it answers with 200, any other with 405 or 501.`,
          evidence,
        )
      if (response.contentLength === 0 || (response.text !== undefined && !/trace/i.test(response.text)))
        return fault(
          'The 200 to TRACE does not have the request as its content; a server that does not support TRACE answers with 405 or 501.',
          evidence,
        )
      return undefined
    },
    remedy: "Do not route TRACE, not even with app.all(): throw new MethodNotAllowed({ allow: ['GET'] }).",
  },
  {
    id: '9110-9.3.8-trace-excludes-secrets',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.3.8',
    topic: 'method',
    statement:
      'What the answer to TRACE reflects leaves out fields that hold secrets, such as Authorization and Cookie.',
    status: [200],
    needs: ['content'],
    applies: ({ request }) => request.method === 'TRACE',
    check: ({ request, response }) => {
      const name = SECRETS.find((secret) =>
        request.all(secret).some((value) => value.length >= 8 && response.text?.includes(value)),
      )
      return name === undefined
        ? undefined
        : fault(`The answer to TRACE gives away the ${quoted(name)} of the request, to scripts too.`, response.line)
    },
    remedy: "Switch TRACE off: throw new MethodNotAllowed({ allow: ['GET'] }).",
  },
  {
    id: '9110-9.3.6-connect-bad-port-rejected',
    level: 'MUST',
    rfc: '9110',
    section: '9.3.6',
    topic: 'method',
    statement: 'A CONNECT to an empty or invalid port is refused.',
    covers: ['9110-9.3.6-connect-bad-port'],
    status: ['2xx'],
    // In HTTP/2 and HTTP/3 CONNECT may have a path in place of host and port (RFC 8441).
    applies: ({ request }) => request.method === 'CONNECT' && request.version.startsWith('1.'),
    check: ({ request, response }) => {
      const port = Number(parseAuthority(request.target)?.port)
      return port >= 1 && port <= 65535
        ? undefined
        : fault(
            `CONNECT to ${quoted(request.target)} names no valid port, and is answered with ${response.status} where 400 fits.`,
            `${request.line}\n${response.line}`,
          )
    },
    remedy: 'Check the port before the connection is made, and throw new BadRequest().',
  },
]

const SECRETS = ['authorization', 'proxy-authorization', 'cookie']
