import { answer, exchange, type NearMisses } from './near-miss.ts'

const location = (value: string): string => answer('301 Moved Permanently', `Location: ${value}`)

const read = (path: string, status: string): string => exchange(`GET ${path} HTTP/1.1`, [], `HTTP/1.1 ${status}`, [])

const created = (method: string, host: string, at: string): string =>
  exchange(`${method} /orders HTTP/1.1`, [`Host: ${host}`], 'HTTP/1.1 201 Created', [`Location: ${at}`])

const has = (what: string): string => `Location is not a URI reference: ${what}.`

export const redirection: NearMisses = {
  '9110-10.2.2-location-single-uri-reference': {
    breaks: [
      [location('/a b'), has('a space has to be percent-encoded in "/a b"')],
      [location('/"a"'), has('a quotation mark has to be percent-encoded in "/"a""')],
      [location('/<a>'), has('"<" has to be percent-encoded in "/<a>"')],
      [location('/100%'), has('after "%" come two hexadecimal digits, and not in "/100%"')],
      [location('/%4'), has('after "%" come two hexadecimal digits, and not in "/%4"')],
      [location('/%4G'), has('after "%" come two hexadecimal digits, and not in "/%4G"')],
      [location('/%GG'), has('after "%" come two hexadecimal digits, and not in "/%GG"')],
      [location('/%41#b#c'), has('"/%41#b#c" has something where it may not stand')],
      answer('302 Found', 'Location: /a', 'Location: /b c'),
    ],
    passes: [
      location("/A-z_0.~!$&'()*+,;=:@/%4f?%4F/?#/?"),
      location('#a'),
      location('http://[::1]:80/'),
      location(''),
    ],
  },
  '9110-10.2.2-201-location-specific-uri': {
    breaks: ['/orders', '', 'http://API.example/orders'].map(
      (at) => `${read('/orders', '200 OK')}\n${created('POST', 'api.example', at)}`,
    ),
    passes: [
      `${read('/orders', '200 OK')}\n${created('POST', 'api.example', '/orders/43')}`,
      `${read('/orders', '200 OK')}\n${created('POST', 'api.example', 'http://other.example/orders')}`,
      `${read('/orders', '200 OK')}\n${created('POST', 'other.example', '/orders')}`,
      `${read('/orders', '200 OK')}\n${created('PUT', 'api.example', '/orders')}`,
      `${read('/orders', '404 Not Found')}\n${created('POST', 'api.example', '/orders')}`,
      `${read('/orders/42', '200 OK')}\n${created('POST', 'api.example', '/orders')}`,
      `${exchange('POST /orders HTTP/1.1', [], 'HTTP/1.1 200 OK', [])}\n${created('POST', 'api.example', '/orders')}`,
    ],
  },
}
