import type { StatusCode } from '../status/index.ts'
import type { Alternative, MustIf, Retry, Sender } from './types.ts'

/** What the registry does not say of a code. */
export interface Knowledge {
  readonly meaning: string
  readonly retry: Retry
  readonly sender?: Sender
  readonly alternatives?: readonly Alternative[]
  readonly mustIf?: readonly MustIf[]
  readonly note?: string
}

const AS_200 = 'a 200 to the same request would have it'

const or = (code: StatusCode, when: string): Alternative => ({ code, when })

/** What each code says to a client, and when another one says it better. */
// biome-ignore format: a table has a code per paragraph
export const knowledge: Readonly<Record<StatusCode, Knowledge>> = {
  100: { retry: 'not needed', meaning: 'The beginning of the request is fine: the client goes on and sends the content.' },
  101: { retry: 'not needed', meaning: 'From here on the connection speaks the protocol that Upgrade names.' },
  102: { retry: 'not needed', meaning: 'The server has the request and works on it; the final response follows.',
    note: 'WebDAV dropped it (RFC 4918); outside of it no client looks for it.',
    alternatives: [or(202, 'the work goes on after the response')] },
  103: { retry: 'not needed', meaning: 'Header fields, Link above all, that the final response will probably have, so that the client can begin to load.' },

  200: { retry: 'not needed', meaning: 'The request succeeded; what the content is depends on the method.',
    alternatives: [or(204, 'there is nothing to show'), or(201, 'something was created'), or(202, 'it has not happened yet')] },
  201: { retry: 'not needed', meaning: 'Something was created: Location says where, or else it is at the target of the request.',
    alternatives: [or(202, 'it will only be created later'), or(303, 'the client is to go and look at it')] },
  202: { retry: 'not needed', meaning: 'The request was taken and is not yet carried out, and may never be; the content points to where its state can be seen.' },
  203: { retry: 'not needed', sender: 'a proxy', meaning: 'As 200, but a proxy on the way has changed the content.' },
  204: { retry: 'not needed', meaning: 'The request succeeded and there is nothing to send; a browser stays where it is.',
    alternatives: [or(205, 'the form that the request came from is to be cleared'), or(200, 'there is a result to show')] },
  205: { retry: 'not needed', meaning: 'The request succeeded, and the client is to reset the view that it came from, such as a form.',
    alternatives: [or(204, 'the view is to stay')] },
  206: { retry: 'not needed', meaning: 'The parts of the representation that Range asked for, each with its Content-Range.',
    mustIf: [ // RFC 9110 §15.3.7, §15.3.7.1
      { fields: ['Content-Range'], when: 'there is one part only, without multipart/byteranges' },
      { fields: ['Cache-Control', 'Content-Location', 'Date', 'ETag', 'Expires', 'Vary'], when: AS_200 } ],
    alternatives: [or(200, 'Range is not wanted, or If-Range does not hold')] },
  207: { retry: 'not needed', meaning: 'An XML document with a status of its own for each of several resources (WebDAV).' },
  208: { retry: 'not needed', meaning: 'Inside of a 207: the members of this binding were listed before (WebDAV).' },
  226: { retry: 'not needed', meaning: 'The difference to what the client has already, as IM says (delta encoding).' },

  300: { retry: 'elsewhere', meaning: 'There are several representations, each with an address of its own, for the client or its user to choose from.',
    alternatives: [or(200, 'the server can choose by Accept'), or(406, 'none fits and none is to be offered')] },
  301: { retry: 'elsewhere', meaning: 'The resource has moved for good to what Location names. Clients may change POST to GET on the way.',
    alternatives: [or(308, 'the method must not change'), or(302, 'it is only for now')] },
  302: { retry: 'elsewhere', meaning: 'For now the resource is at what Location names. Clients may change POST to GET on the way.',
    alternatives: [or(307, 'the method must not change'), or(303, 'the client is to GET something else'), or(301, 'it is for good')] },
  303: { retry: 'elsewhere', meaning: 'The answer to the request is to be fetched with GET from what Location names, as after a form was sent.' },
  304: { retry: 'not needed', meaning: 'What the client has is still good: the condition of the request says that nothing changed.',
    mustIf: [ // RFC 9110 §15.4.5
      { fields: ['Cache-Control', 'Content-Location', 'Date', 'ETag', 'Expires', 'Vary'], when: AS_200 } ],
    alternatives: [or(412, 'the condition was If-Match or If-Unmodified-Since')] },
  305: { retry: 'elsewhere', sender: 'nobody', meaning: 'The resource was to be fetched through a proxy.',
    note: 'It is deprecated (RFC 9110 §15.4.6), since a response is no safe way to set up a proxy (RFC 7231 Appendix B): not to be sent.' },
  306: { retry: 'no', sender: 'nobody', meaning: 'Nothing: an earlier version of the specification used it.', note: 'It is reserved (RFC 9110 §15.4.7): not to be sent.' },
  307: { retry: 'elsewhere', meaning: 'For now the resource is at what Location names, and the method stays what it is.',
    alternatives: [or(303, 'the client is to GET something else'), or(308, 'it is for good')] },
  308: { retry: 'elsewhere', meaning: 'The resource has moved for good to what Location names, and the method stays what it is.',
    alternatives: [or(301, 'old clients have to understand it, and only GET matters'), or(307, 'it is only for now')] },

  400: { retry: 'changed', meaning: 'The request is wrong in a way that the server can tell without knowing what it is about: syntax, framing, encoding.',
    alternatives: [or(422, 'the syntax is right and the contents make no sense'), or(415, 'the format is not supported'), or(404, 'the address means nothing')] },
  401: { retry: 'changed', meaning: 'The request lacks valid credentials; WWW-Authenticate says which would do.',
    alternatives: [or(403, 'no credentials would help'), or(404, 'not even the existence of the resource is to be told')] },
  402: { retry: 'changed', meaning: 'A payment is required. The code is reserved, and each service gives it a meaning of its own.',
    alternatives: [or(403, 'paying would not help'), or(429, 'a quota is used up that will be filled again')] },
  403: { retry: 'no', meaning: 'The server understood and refuses; other credentials may or may not help.',
    alternatives: [or(401, 'credentials are missing or wrong'), or(404, 'not even the existence of the resource is to be told'), or(405, 'the method is the matter')] },
  404: { retry: 'no', meaning: 'There is nothing at this address, or the server does not say; whether that is for good, nobody knows.',
    alternatives: [or(410, 'it is known to be gone for good'), or(301, 'it is known where it went'), or(405, 'the address is right and the method is not')] },
  405: { retry: 'changed', meaning: 'The resource does not support the method of the request; Allow lists those that it does.',
    alternatives: [or(501, 'no resource of the server knows the method'), or(403, 'the method is supported, but not for this client')] },
  406: { retry: 'changed', meaning: 'There is no representation that Accept and its like would take, and the server does not want to send another.',
    alternatives: [or(200, 'the server sends what it has all the same'), or(415, 'the content of the request is the matter')] },
  407: { retry: 'changed', sender: 'a proxy', meaning: 'The proxy wants credentials, as Proxy-Authenticate says.', alternatives: [or(401, 'an origin server wants them')] },
  408: { retry: 'as it is', meaning: 'The request did not arrive in the time that the server waits.',
    alternatives: [or(504, 'another server was too slow'), or(503, 'this server was')] },
  409: { retry: 'changed', meaning: 'The request conflicts with the state of the resource, which the user may be able to mend.',
    alternatives: [or(412, 'the request had a condition, such as If-Match'), or(422, 'the contents are wrong in any state'), or(423, 'it is locked')] },
  410: { retry: 'no', meaning: 'What was at this address is gone, probably for good: links to it are to be removed.', alternatives: [or(404, 'it is not known whether that lasts')] },
  411: { retry: 'changed', meaning: 'The server does not take this request without a Content-Length.' },
  412: { retry: 'changed', meaning: 'A condition of the request does not hold: with If-Match somebody else has changed the resource, with If-None-Match: * it exists already.',
    alternatives: [or(304, 'the request was a GET with If-None-Match'), or(428, 'there was no condition and one is required')] },
  413: { retry: 'changed', meaning: 'The content of the request is larger than the server takes.',
    alternatives: [or(507, 'the storage is full'), or(414, 'the address is too long'), or(431, 'the header fields are')] },
  414: { retry: 'changed', meaning: 'The address is longer than the server reads, often for a form that should be sent with POST.' },
  415: { retry: 'changed', meaning: 'The format of the request content, or its coding, is not supported; Accept or Accept-Encoding may say what is.',
    alternatives: [or(422, 'the format is supported and the contents make no sense'), or(406, 'the response is the matter')] },
  416: { retry: 'changed', meaning: 'None of the ranges of the request overlaps what there is, or too many of them are small or overlap each other; Content-Range says how long the whole is.', alternatives: [or(200, 'Range is to be ignored')] },
  417: { retry: 'changed', meaning: 'The server cannot meet what Expect asks for.' },
  418: { retry: 'no', meaning: 'A teapot refuses to brew coffee.', note: 'It is a joke, reserved so that nobody gives it a meaning (RFC 9110 §15.5.19).',
    alternatives: [or(403, 'the request is refused'), or(501, 'the server cannot do it')] },
  421: { retry: 'on another connection', sender: 'an origin server or gateway', meaning: 'The server does not answer for the host of this request, as when a connection was shared that should not have been.' },
  422: { retry: 'changed', meaning: 'The content has the right format and syntax, and still makes no sense.',
    alternatives: [or(400, 'the syntax is wrong'), or(409, 'it would make sense in another state of the resource')] },
  423: { retry: 'later', meaning: 'The resource is locked (WebDAV).', alternatives: [or(409, 'it is not WebDAV that locks it')] },
  424: { retry: 'changed', meaning: 'It failed because another request failed that it depends on (WebDAV).' },
  425: { retry: 'as it is', meaning: 'The request came in early data of TLS and could be a replay: it is to be sent again after the handshake.',
    note: 'It is for requests that came in early data or have Early-Data: 1 only: whether another client can repeat its request is not known (RFC 8470 §5.2).' },
  426: { retry: 'changed', meaning: 'The server wants another protocol for this, and Upgrade says which.',
    alternatives: [or(505, 'the version of HTTP is not supported at all, or is HTTP/2, which has no Upgrade')] },
  428: { retry: 'changed', meaning: 'The request has to be conditional, such as with If-Match, so that nobody overwrites what he has not seen.', alternatives: [or(412, 'there was a condition and it does not hold')] },
  429: { retry: 'later', meaning: 'The client sent too many requests in a given time; Retry-After may say how long to wait.',
    alternatives: [or(503, 'it is not this client that is too much'), or(403, 'waiting would not help')] },
  431: { retry: 'changed', meaning: 'The header fields are larger than the server reads, often for cookies that pile up.', alternatives: [or(414, 'the address is')] },
  451: { retry: 'no', meaning: 'A legal demand forbids access; a Link with rel="blocked-by" names who enforces it.', alternatives: [or(403, 'it is not the law'), or(404, 'not even that may be told')] },

  500: { retry: 'later', meaning: 'Something unexpected went wrong in the server.',
    alternatives: [or(502, 'another server gave no valid answer'), or(503, 'it is known to pass'), or(501, 'it was never built')] },
  501: { retry: 'no', meaning: 'The server does not support what the request needs, such as a method that none of its resources knows.', alternatives: [or(405, 'this resource only does not support the method'), or(404, 'the address is wrong')] },
  502: { retry: 'later', sender: 'a gateway or proxy', meaning: 'A server behind this one gave no valid answer.', alternatives: [or(504, 'it gave none in time'), or(500, 'the fault is here')] },
  503: { retry: 'later', meaning: 'Overload or maintenance: it will pass, and Retry-After may say when.', alternatives: [or(429, 'only this client is too much'), or(500, 'nobody knows whether it passes')] },
  504: { retry: 'later', sender: 'a gateway or proxy', meaning: 'A server behind this one gave no answer in time.', alternatives: [or(408, 'the client was too slow'), or(502, 'there was an answer, and no valid one')] },
  505: { retry: 'changed', meaning: 'The server does not support the major version of HTTP that the request has.' },
  506: { retry: 'no', meaning: 'A negotiated resource is set up wrong: a variant of it negotiates itself (an experiment of 1998).' , alternatives: [or(500, 'no client knows what that is')] },
  507: { retry: 'later', meaning: 'There is not enough storage to carry the request out (WebDAV).',
    note: 'A request that a user asked for is repeated only when the user asks for it once more (RFC 4918 §11.5).',
    alternatives: [or(413, 'the content is too large at any time')] },
  508: { retry: 'no', meaning: 'The server met a loop while it worked on a request with Depth: infinity (WebDAV).' },
  510: { retry: 'changed', meaning: 'The request needs an extension that it does not declare (an experiment that is over).', note: 'The RFC is historic, and no client knows it.' , alternatives: [or(400, 'the request lacks something')] },
  511: { retry: 'changed', sender: 'the network', meaning: 'The client has to sign in to the network, such as at a hotel; not for origin servers.', alternatives: [or(401, 'an origin server wants credentials'), or(407, 'a proxy does')] },
}
