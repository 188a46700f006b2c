import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

const CONNECTION_FIELDS: readonly string[] = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]

/** What HTTP/2 and HTTP/3 have other means for. */
export const multiplexedRules: readonly Rule[] = [
  {
    id: '9113-8.2.2-h2-no-connection-fields',
    level: 'MUST NOT',
    rfc: '9113',
    section: '8.2.2',
    topic: 'connection',
    statement:
      'A response of HTTP/2 has no Connection, Keep-Alive, Proxy-Connection, Transfer-Encoding or Upgrade, which belong to HTTP/1.',
    covers: ['9113-8.2.2-no-connection-fields'],
    applies: ({ response }) => response.version === '2',
    check: (exchange) => connectionField(exchange, 'HTTP/2'),
    remedy: 'Set none of them in a handler: Node adds those of HTTP/1 where they belong.',
  },
  {
    id: '9114-4.2-h3-no-connection-fields',
    level: 'MUST NOT',
    rfc: '9114',
    section: '4.2',
    topic: 'connection',
    statement:
      'A response of HTTP/3 has no Connection, Keep-Alive, Proxy-Connection, Transfer-Encoding or Upgrade, which belong to HTTP/1.',
    covers: ['9114-4.2-no-connection-fields', '9114-4.1-h3-no-transfer-encoding'],
    applies: ({ response }) => response.version === '3',
    check: (exchange) => connectionField(exchange, 'HTTP/3'),
    remedy: 'Let the server in front, which speaks HTTP/3, drop these fields of its backend.',
  },
  {
    id: '9113-8.2-h2-lowercase-names',
    level: 'MUST',
    rfc: '9113',
    section: '8.2',
    topic: 'connection',
    statement: 'Field names are in lower case in HTTP/2.',
    covers: ['9113-8.2-lowercase'],
    needs: ['lines'],
    applies: ({ response }) => response.version === '2',
    check: (exchange) => nameWithCapitals(exchange, 'HTTP/2'),
    remedy: "Let Node's http2 write the fields: setHeader('X-Name', …) sends x-name.",
  },
  {
    id: '9114-4.2-h3-lowercase-names',
    level: 'MUST',
    rfc: '9114',
    section: '4.2',
    topic: 'connection',
    statement: 'Field names are in lower case in HTTP/3.',
    needs: ['lines'],
    applies: ({ response }) => response.version === '3',
    check: (exchange) => nameWithCapitals(exchange, 'HTTP/3'),
    remedy: 'Let the server that speaks HTTP/3 turn the names into lower case.',
  },
  {
    id: '9113-8.2.1-h2-value-no-edge-whitespace',
    level: 'MUST NOT',
    rfc: '9113',
    section: '8.2.1',
    topic: 'connection',
    statement: 'A field value of HTTP/2 neither begins nor ends with a blank; there nobody takes it off.',
    needs: ['lines'],
    applies: ({ response }) => response.version === '2',
    check: ({ response }) => {
      const line = response.lines.find(([, value]) => /^[\t ]|[\t ]$/.test(value))
      if (line === undefined) return undefined
      return fault(
        `The value of ${line[0]} begins or ends with a blank, which makes the response malformed.`,
        `${line[0]}: ${JSON.stringify(line[1])}`,
      )
    },
    remedy: 'Trim the value before it is set: value.trim().',
  },
  {
    id: '9113-8.6-101-not-in-http2',
    level: 'advice',
    rfc: '9113',
    section: '8.6',
    topic: 'connection',
    statement: 'HTTP/2 has no 101; other protocols are opened there with extended CONNECT (RFC 8441).',
    status: [101],
    check: ({ response }) =>
      response.version === '2'
        ? fault('The 101 is sent over HTTP/2, where there is nothing to switch.', response.line)
        : undefined,
    remedy: "Upgrade only requests of HTTP/1.1: ask req.httpVersion before the handler of 'upgrade' answers.",
  },
  {
    id: '9114-4.5-101-not-in-http3',
    level: 'advice',
    rfc: '9114',
    section: '4.5',
    topic: 'connection',
    statement: 'HTTP/3 has neither Upgrade nor 101; other protocols are opened there with extended CONNECT (RFC 9220).',
    status: [101],
    check: ({ response }) =>
      response.version === '3'
        ? fault('The 101 is sent over HTTP/3, where there is nothing to switch.', response.line)
        : undefined,
    remedy: 'Upgrade only requests of HTTP/1.1; let the server in front translate extended CONNECT.',
  },
]

function connectionField({ response }: ExchangeView, protocol: string): Fault | undefined {
  const name = CONNECTION_FIELDS.find((each) => response.has(each))
  if (name === undefined) return undefined
  return fault(`${quoted(name)} has no place in ${protocol} and makes the response malformed.`, response.show(name))
}

function nameWithCapitals({ response }: ExchangeView, protocol: string): Fault | undefined {
  const line = response.lines.find(([name]) => /[A-Z]/.test(name))
  if (line === undefined) return undefined
  return fault(
    `The name ${quoted(line[0])} has capitals, which makes a response of ${protocol} malformed.`,
    `${line[0]}: ${line[1]}`,
  )
}
