import { answer, exchange, type NearMisses } from '../near-miss.ts'
import { challenge, proxyChallenge } from './challenging.ts'

const loginPage = (html: string, ...fields: readonly string[]): string =>
  exchange(
    'GET / HTTP/1.1',
    [],
    'HTTP/1.1 511 Network Authentication Required',
    ['Content-Type: text/html', ...fields],
    html,
  )

/** Whatever the scheme, and Basic. */
export const schemes: NearMisses = {
  '6585-6-no-challenge': {
    breaks: [
      answer('511 Network Authentication Required', 'Proxy-Authenticate: Basic realm="wifi"'),
      loginPage('<input type=password>'),
      loginPage('<INPUT name="p"TYPE = \'password\'>'),
      loginPage('<input name="p"\n  type="password">'),
    ],
    passes: [
      loginPage('<input type="text" name="password">'),
      loginPage('<input data-type="password">'),
      loginPage('<input type="passwords">'),
      loginPage('<input> <p type="password">'),
      loginPage('no gzip that we read', 'Content-Encoding: gzip'),
    ],
  },
  '9110-11.3-challenge-grammar': {
    breaks: [
      [proxyChallenge('Basic, realm="a"'), 'In Proxy-Authenticate, "realm="a"" is cut off from its scheme by a comma.'],
    ],
    passes: [proxyChallenge('Basic realm="a"')],
  },
  '9110-11.2-param-once': {
    breaks: [challenge('Negotiate', 'Basic realm="a", REALM="a"')],
    passes: [challenge('Basic realm="a"', 'Basic realm="a"'), challenge('Negotiate')],
  },
  '9110-11.6.1-one-per-line': {
    breaks: [proxyChallenge('Negotiate, NTLM')],
    passes: [challenge('Basic realm="a, b"'), challenge('Negotiate,'), challenge('Negotiate, realm="a"')],
  },
  '7617-3-realm-ascii': {
    breaks: [challenge('Basic realm="a", Basic realm="ä"')],
    passes: [challenge('Basic realm=" ~"'), challenge('Basic charset="UTF-8"'), challenge('Digest realm="ä"')],
  },
}
