import type { OwedField, Status, StatusClass, StatusCode } from './types.ts'

/**
 * Every permanent entry of the IANA HTTP Status Code Registry, in ascending order, deeply frozen. Nothing else in
 * statuswise lists status codes. 104 is absent because its registration is temporary, so its phrase can still change.
 *
 * - `phrase`: as registered. 418 keeps the name that deployed software knows, and 510 drops the registry's remark
 *   "(OBSOLETED)", which is no part of the phrase.
 * - `must` and `should`: what the definition of the code asks of every response with it, or of every response that
 *   the noted case fits. What depends on more than the code belongs to the rules: Retry-After on 429 and 503 is a MAY,
 *   the Accept fields of a 415 depend on its cause, and `Connection: upgrade` goes with Upgrade in HTTP/1.1 alone.
 * - `noStore`: 428, 429, 431 and 511 must not be stored (RFC 6585 §3 to §6). On 401, 403, 407 and every 5xx it is the
 *   policy of this library, since they speak of one client or of one moment; where `cacheable` is true as well (501),
 *   the RFC permits more than the policy does.
 *
 * @example
 * statuses.filter((status) => status.must?.includes('Allow')) // the row of 405
 */
// biome-ignore format: a table has a status per row, and below it the sentence for the client
export const statuses: readonly Status[] = Object.freeze([
  // Informational (RFC 9110 §15.2)
  row(100, 'Continue', 'RFC 9110 §15.2.1'),
  row(101, 'Switching Protocols', 'RFC 9110 §15.2.2', { must: ['Upgrade'] }),
  row(102, 'Processing', 'RFC 2518 §10.1'),
  row(103, 'Early Hints', 'RFC 8297 §2'),

  // Successful (RFC 9110 §15.3)
  row(200, 'OK', 'RFC 9110 §15.3.1', { cacheable: true }),
  row(201, 'Created', 'RFC 9110 §15.3.2', { should: ['Location'] }), // unless the target URI is what was created
  row(202, 'Accepted', 'RFC 9110 §15.3.3'),
  row(203, 'Non-Authoritative Information', 'RFC 9110 §15.3.4', { cacheable: true }),
  row(204, 'No Content', 'RFC 9110 §15.3.5', { content: false, cacheable: true }),
  row(205, 'Reset Content', 'RFC 9110 §15.3.6', { content: false }),
  // Content-Range is a MUST with one part (§15.3.7.1) and a MUST NOT with several (§15.3.7.2): the content decides.
  row(206, 'Partial Content', 'RFC 9110 §15.3.7', { cacheable: true }),
  row(207, 'Multi-Status', 'RFC 4918 §11.1'),
  row(208, 'Already Reported', 'RFC 5842 §7.1'),
  row(226, 'IM Used', 'RFC 3229 §10.4.1', { must: ['ETag'] }), // and IM with a delta-coding (§10.3)

  // Redirection (RFC 9110 §15.4)
  row(300, 'Multiple Choices', 'RFC 9110 §15.4.1', { cacheable: true, should: ['Location'] }), // if one is preferred
  row(301, 'Moved Permanently', 'RFC 9110 §15.4.2', { cacheable: true, should: ['Location'] }),
  row(302, 'Found', 'RFC 9110 §15.4.3', { should: ['Location'] }),
  row(303, 'See Other', 'RFC 9110 §15.4.4', { should: ['Location'] }), // taken for granted there, without a keyword
  // What a 304 has to carry is what the 200 would have carried (§15.4.5): the representation decides.
  row(304, 'Not Modified', 'RFC 9110 §15.4.5', { content: false }),
  row(305, 'Use Proxy', 'RFC 9110 §15.4.6'),
  row(306, '(Unused)', 'RFC 9110 §15.4.7', { unused: true }),
  row(307, 'Temporary Redirect', 'RFC 9110 §15.4.8', { should: ['Location'] }),
  row(308, 'Permanent Redirect', 'RFC 9110 §15.4.9', { cacheable: true, should: ['Location'] }),

  // Client error (RFC 9110 §15.5)
  failure(400, 'Bad Request', 'RFC 9110 §15.5.1', {},
    'The server found an error in the request, so trying again without a change is unlikely to help.'),
  failure(401, 'Unauthorized', 'RFC 9110 §15.5.2', { must: ['WWW-Authenticate'], noStore: true },
    'The request lacks valid credentials for this resource; try again with some that fit WWW-Authenticate.'),
  failure(402, 'Payment Required', 'RFC 9110 §15.5.3', {},
    'This request requires a payment; trying again may help once the payment is settled.'),
  failure(403, 'Forbidden', 'RFC 9110 §15.5.4', { noStore: true },
    'The server refuses this request; trying again with the same credentials is unlikely to help.'),
  failure(404, 'Not Found', 'RFC 9110 §15.5.5', { cacheable: true },
    'Nothing is available at this address, perhaps for now, perhaps for good; check it before trying again.'),
  failure(405, 'Method Not Allowed', 'RFC 9110 §15.5.6', { cacheable: true, must: ['Allow'] },
    'This resource does not support the request method; see Allow for the methods it supports before trying again.'),
  failure(406, 'Not Acceptable', 'RFC 9110 §15.5.7', {},
    'The server has nothing to offer in a form that the request accepts; accept more forms before trying again.'),
  failure(407, 'Proxy Authentication Required', 'RFC 9110 §15.5.8', { must: ['Proxy-Authenticate'], noStore: true },
    'The request lacks valid credentials for the proxy; try again with some that fit Proxy-Authenticate.'),
  failure(408, 'Request Timeout', 'RFC 9110 §15.5.9', {},
    'The request did not arrive completely in the time that the server was ready to wait; it may be tried again.'),
  failure(409, 'Conflict', 'RFC 9110 §15.5.10', {},
    'The request conflicts with the current state of the resource; resolve the conflict before trying again.'),
  failure(410, 'Gone', 'RFC 9110 §15.5.11', { cacheable: true },
    'What was at this address is gone, probably for good, so trying again is unlikely to help.'),
  failure(411, 'Length Required', 'RFC 9110 §15.5.12', {},
    'The server does not take this request without a Content-Length; try again with a valid one.'),
  failure(412, 'Precondition Failed', 'RFC 9110 §15.5.13', {},
    'A precondition of the request does not hold; look up the current state of the resource before trying again.'),
  failure(413, 'Content Too Large', 'RFC 9110 §15.5.14', { should: ['Retry-After'] }, // if the condition is temporary
    'The request content is too large here; try again with less, or after the wait in Retry-After if it is present.'),
  failure(414, 'URI Too Long', 'RFC 9110 §15.5.15', { cacheable: true },
    'The request URI is longer than the server takes; try again with a shorter one.'),
  failure(415, 'Unsupported Media Type', 'RFC 9110 §15.5.16', {},
    'The format or the coding of the request content is not supported here; try again with one that is.'),
  failure(416, 'Range Not Satisfiable', 'RFC 9110 §15.5.17', { should: ['Content-Range'] }, // to a request for bytes
    'The requested ranges cannot be served; try again with ranges inside the current length, or without Range.'),
  failure(417, 'Expectation Failed', 'RFC 9110 §15.5.18', {},
    'What the Expect field asks for cannot be met; try again without it.'),
  failure(418, "I'm a Teapot", 'RFC 2324 §2.3.2', { unused: true },
    'The server declines this request, as a teapot declines to brew coffee; trying again is unlikely to help.'),
  failure(421, 'Misdirected Request', 'RFC 9110 §15.5.20', {},
    'The server does not answer for the target of this request; it may be tried again on another connection.'),
  failure(422, 'Unprocessable Content', 'RFC 9110 §15.5.21', {},
    'The request content is well formed but cannot be processed; correct it before trying again.'),
  failure(423, 'Locked', 'RFC 4918 §11.3', {},
    'A lock blocks this request; try again with the lock token, or once the lock is released.'),
  failure(424, 'Failed Dependency', 'RFC 4918 §11.4', {},
    'The request was not carried out because another one that it depends on failed; mend that before trying again.'),
  failure(425, 'Too Early', 'RFC 8470 §5.2', {},
    'The server does not risk processing a request that might be a replay; try again after the TLS handshake.'),
  failure(426, 'Upgrade Required', 'RFC 9110 §15.5.22', { must: ['Upgrade'] },
    'This request needs another protocol than the current one; try again with a protocol that Upgrade names.'),
  failure(428, 'Precondition Required', 'RFC 6585 §3', { noStore: true },
    'The server requires a conditional request; try again with a precondition, such as the current ETag in If-Match.'),
  failure(429, 'Too Many Requests', 'RFC 6585 §4', { noStore: true },
    'Too many requests arrived in a given time; try again later, after the wait in Retry-After if it is present.'),
  failure(431, 'Request Header Fields Too Large', 'RFC 6585 §5', { noStore: true },
    'The request header fields, one of them or all together, are too large; try again with smaller ones.'),
  // The Link is the one with rel="blocked-by": whoever blocks the access names itself (§4).
  failure(451, 'Unavailable For Legal Reasons', 'RFC 7725 §3', { cacheable: true, should: ['Link'] },
    'A legal demand keeps the server from giving access; trying again is unlikely to help while the demand stands.'),

  // Server error (RFC 9110 §15.6)
  failure(500, 'Internal Server Error', 'RFC 9110 §15.6.1', { noStore: true },
    'Something unexpected went wrong on the server, perhaps just for now, so trying again later may help.'),
  failure(501, 'Not Implemented', 'RFC 9110 §15.6.2', { cacheable: true, noStore: true },
    'The server does not implement what this request needs, so trying again is unlikely to help.'),
  failure(502, 'Bad Gateway', 'RFC 9110 §15.6.3', { noStore: true },
    'The server got no valid response from another server that it needs; trying again later may help.'),
  failure(503, 'Service Unavailable', 'RFC 9110 §15.6.4', { noStore: true },
    'The server cannot handle the request for now; try again later, after the wait in Retry-After if it is present.'),
  failure(504, 'Gateway Timeout', 'RFC 9110 §15.6.5', { noStore: true },
    'The server got no timely response from another server that it needs; trying again later may help.'),
  failure(505, 'HTTP Version Not Supported', 'RFC 9110 §15.6.6', { noStore: true },
    'The server does not support the major version of HTTP in this request; try again with another version.'),
  failure(506, 'Variant Also Negotiates', 'RFC 2295 §8.1', { noStore: true },
    'Content negotiation is misconfigured on the server; trying again is unlikely to help until that is mended.'),
  failure(507, 'Insufficient Storage', 'RFC 4918 §11.5', { noStore: true },
    'For now the server lacks the storage that this request needs; try again later, when the user asks for it.'),
  failure(508, 'Loop Detected', 'RFC 5842 §7.2', { noStore: true },
    'The server met an infinite loop while processing the request; trying again without a change is unlikely to help.'),
  failure(510, 'Not Extended', 'RFC 2774 §7', { noStore: true },
    'The server requires an extension that this request does not use; trying again may help once it does.'),
  failure(511, 'Network Authentication Required', 'RFC 6585 §6', { noStore: true },
    'The network asks the client to authenticate before it gives access; try again after signing in to the network.'),
])

type Facts = Partial<Omit<Status, 'code' | 'phrase' | 'reference' | 'class'>>
type FailureFacts = Facts & { readonly must?: readonly OwedField[] }

function failure(code: StatusCode, phrase: string, reference: string, facts: FailureFacts, detail: string): Status {
  return row(code, phrase, reference, { ...facts, detail })
}

function row(code: StatusCode, phrase: string, reference: string, facts: Facts = {}): Status {
  Object.freeze(facts.must)
  Object.freeze(facts.should)
  return Object.freeze({
    code,
    phrase,
    reference,
    class: classOf(code),
    content: code >= 200,
    cacheable: false,
    ...facts,
  })
}

function classOf(code: number): StatusClass {
  if (code < 200) return 'informational'
  if (code < 300) return 'successful'
  if (code < 400) return 'redirection'
  return code < 500 ? 'client error' : 'server error'
}
