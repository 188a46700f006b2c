import { exchange, type NearMisses } from './near-miss.ts'

const JSON_TYPE = 'Content-Type: application/problem+json'
const XML_TYPE = 'Content-Type: application/problem+xml'

const notFound = (fields: readonly string[], content: string): string =>
  exchange('GET / HTTP/1.1', [], 'HTTP/1.1 404 Not Found', fields, content)

/** A 404 with a problem in JSON, as a value or as a text. */
const json = (problem: unknown, ...fields: readonly string[]): string =>
  notFound([JSON_TYPE, ...fields], typeof problem === 'string' ? problem : JSON.stringify(problem))

/** A 404 with a problem in XML, which has these elements. */
const xml = (elements: string): string => notFound([XML_TYPE], document(elements))
const document = (elements: string): string => `<problem xmlns="urn:ietf:rfc:7807">${elements}</problem>`

/** XML that says it is of another type. */
const mislabelled = (type: string, content: string = document(''), ...fields: readonly string[]): string =>
  notFound([`Content-Type: ${type}`, ...fields], content)

const CART = { type: 'https://api.example/cart', title: 'Stale cart' }
const OTHER_TITLE = { ...CART, title: 'Cart 8 is stale' }

interface Occurrence {
  readonly target?: string
  readonly request?: readonly string[]
  readonly fields?: readonly string[]
  readonly problem?: unknown
}

const occurs = ({ target = '/', request = [], fields = [], problem = CART }: Occurrence): string =>
  exchange(`GET ${target} HTTP/1.1`, request, 'HTTP/1.1 409 Conflict', [JSON_TYPE, ...fields], JSON.stringify(problem))

/** A problem that occurs, and again with another title. */
const again = (first: Occurrence, then: Occurrence = {}): string =>
  `${occurs(first)}\n${occurs({ problem: OTHER_TITLE, ...then })}`

export const problemDetails: NearMisses = {
  '9457-3-json-type': {
    breaks: [
      [json(''), 'There is no content, though its type is application/problem+json.'],
      [json('7'), 'The problem document is a number, not an object.'],
    ],
    passes: [exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 404 Not Found', [JSON_TYPE])],
  },
  '7807-6.1-no-charset-param': {
    passes: [notFound([`${JSON_TYPE}; profile=charset`], '{}')],
  },
  '9457-3.2-no-clash': {
    breaks: [json('{"title": "A", "type": "/a", "title": "A"}')],
    passes: [json('{"note": 1, "note": 2}'), json('["title", "title"]'), json('{"title": "A", "title": "A"')],
  },
  '9457-3.1-member-types': {
    breaks: [
      [json({ type: {} }), 'The member "type" is an object, not a string, so clients ignore it.'],
      [json({ instance: true }), 'The member "instance" is a boolean, not a string, so clients ignore it.'],
    ],
  },
  '9457-4.2.1-about-blank-title': {
    breaks: [
      json({ title: 'Not there' }),
      json({ title: 'No order' }, 'Content-Language: EN-gb'),
      json({ title: 'No café' }, 'Content-Language: en'),
      json({ title: 'Payload Too Large' }),
    ],
    passes: [
      json({ title: 'NOT FOUND' }),
      json({ title: 'No order' }),
      json({ title: 'Request déjà vu' }),
      json({ title: 'Déjà vu: request' }),
      json({ title: 'Not there', type: '/missing' }),
      json({ title: 'Not there' }, 'Content-Language: de, en'),
      json({ title: 'Not there' }, 'Content-Language: en, de'),
      json('no problem'),
      exchange('GET / HTTP/1.1', [], 'HTTP/1.1 499', [JSON_TYPE], '{"title": "Request cancelled"}'),
    ],
  },
  '9457-3.1.3-title-stable': {
    breaks: [
      [
        again({ target: '/a?b' }, { target: '/c?b' }),
        'The title of the type "https://api.example/cart" was another one before: it names the kind of problem, not the case.',
      ],
    ],
    passes: [
      ...['Accept-Language: de', 'Cookie: a=b', 'Authorization: Basic Og==', 'Host: a.example', 'User-Agent: a'].map(
        (field) => again({ request: [field] }),
      ),
      again({ target: '/a?b' }, { target: '/a?c' }),
      again({ fields: ['Content-Language: de'] }),
      again({ problem: { ...CART, type: '/other' } }),
      again({ problem: { type: CART.type } }),
      again({ problem: [] }),
      again({}, { problem: { type: CART.type } }),
      again({}, { problem: [] }),
      ...[{}, { type: 'about:blank' }].map((type) =>
        again({ problem: { ...type, title: 'Conflict' } }, { problem: { ...type, title: 'Stale' } }),
      ),
    ],
  },
  '9457-B-xml-type': {
    breaks: [
      mislabelled('text/plain'),
      mislabelled('text/xmlish', '<?xml version="1.0"?><p:problem xmlns:p="urn:ietf:rfc:7807"/>'),
    ],
    passes: [
      mislabelled('text/xml'),
      mislabelled('application/api+xml'),
      mislabelled('nonsense'),
      mislabelled('text/html', '<p xmlns="urn:ietf:rfc:7807"/>'),
      mislabelled('text/html', '<p>'),
      mislabelled('text/plain', document(''), 'Content-Encoding: br'),
    ],
  },
  '9457-B-xml-escaping': {
    breaks: [[notFound([XML_TYPE], ''), 'There is no content, though its type is application/problem+xml.']],
  },
  '9457-B-xml-members': {
    breaks: [
      xml('<status>x404</status>'),
      xml('<status>404x</status>'),
      xml('<status>0</status>'),
      xml('<instance>/a b</instance>'),
    ],
    passes: [
      xml('<status>+0404</status>'),
      xml('<title>A</title><title xmlns="urn:other">B</title>'),
      xml('<note>A</note><note>B</note>'),
    ],
  },
  '9457-B-xml-namespace': {
    passes: [notFound([XML_TYPE], '<error xmlns="urn:other"/>'), notFound([XML_TYPE], 'no XML')],
  },
  '9457-B-xml-array': {
    breaks: [
      [
        xml('<errors><detail>A</detail><detail>B</detail></errors>'),
        'The element errors has several detail: the items of a list are elements named i.',
      ],
    ],
    passes: [xml('<title>A</title><title>A</title>'), xml('<errors> <i>A</i>\n<i>B</i> </errors>')],
  },
}
