import type { Message } from '../text/index.ts'
import type { FactsOf } from './facts.ts'
import { HttpProblem } from './http-problem.ts'

/**
 * 400: the request is malformed in some way that no other status names (RFC 9110 §15.5.1).
 * @example throw new BadRequest({ errors: [{ pointer: '#/age', detail: 'must be a number' }] })
 */
export class BadRequest extends HttpProblem {
  declare readonly status: 400
  constructor(facts?: string | Message | FactsOf<400>) {
    super(400, facts)
  }
}

/**
 * 401: the request lacks valid credentials; the challenges say which would do (RFC 9110 §15.5.2).
 * @example throw new Unauthorized({ challenges: [bearer({ realm: 'api', error: 'invalid_token' })] })
 */
export class Unauthorized extends HttpProblem {
  declare readonly status: 401
  constructor(facts: FactsOf<401>) {
    super(401, facts)
  }
}

/**
 * 402: reserved by the RFC; in use for payments that are due (RFC 9110 §15.5.3).
 * @example throw new PaymentRequired('The free plan ends at 100 orders')
 */
export class PaymentRequired extends HttpProblem {
  declare readonly status: 402
  constructor(facts?: string | Message | FactsOf<402>) {
    super(402, facts)
  }
}

/**
 * 403: the credentials, if any, do not suffice; other ones might (RFC 9110 §15.5.4).
 * @example throw new Forbidden('Only the owner may cancel an order')
 */
export class Forbidden extends HttpProblem {
  declare readonly status: 403
  constructor(facts?: string | Message | FactsOf<403>) {
    super(403, facts)
  }
}

/**
 * 404: there is nothing here, or the server does not want to say that there is (RFC 9110 §15.5.5).
 * @example throw new NotFound('No order 42')
 */
export class NotFound extends HttpProblem {
  declare readonly status: 404
  constructor(facts?: string | Message | FactsOf<404>) {
    super(404, facts)
  }
}

/**
 * 405: the resource exists, but not for this method (RFC 9110 §15.5.6).
 * @example throw new MethodNotAllowed({ allow: ['GET', 'POST'] })
 */
export class MethodNotAllowed extends HttpProblem {
  declare readonly status: 405
  constructor(facts: FactsOf<405>) {
    super(405, facts)
  }
}

/**
 * 406: no representation fits what the client accepts (RFC 9110 §15.5.7).
 * @example throw new NotAcceptable({ extensions: { available: ['text/csv', 'application/json'] } })
 */
export class NotAcceptable extends HttpProblem {
  declare readonly status: 406
  constructor(facts?: string | Message | FactsOf<406>) {
    super(406, facts)
  }
}

/**
 * 407: a proxy wants credentials; not for origin servers (RFC 9110 §15.5.8).
 * @example throw new ProxyAuthenticationRequired({ challenges: [basic({ realm: 'proxy' })] })
 */
export class ProxyAuthenticationRequired extends HttpProblem {
  declare readonly status: 407
  constructor(facts: FactsOf<407>) {
    super(407, facts)
  }
}

/**
 * 408: the request did not arrive in time (RFC 9110 §15.5.9).
 * @example throw new RequestTimeout()
 */
export class RequestTimeout extends HttpProblem {
  declare readonly status: 408
  constructor(facts?: string | Message | FactsOf<408>) {
    super(408, facts)
  }
}

/**
 * 409: the request does not fit the state of the resource; the client can resolve that (RFC 9110 §15.5.10).
 * @example throw new Conflict('The cart has changed since you loaded it')
 */
export class Conflict extends HttpProblem {
  declare readonly status: 409
  constructor(facts?: string | Message | FactsOf<409>) {
    super(409, facts)
  }
}

/**
 * 410: there was something here, and it will not come back (RFC 9110 §15.5.11).
 * @example throw new Gone('Order 42 was deleted')
 */
export class Gone extends HttpProblem {
  declare readonly status: 410
  constructor(facts?: string | Message | FactsOf<410>) {
    super(410, facts)
  }
}

/**
 * 411: the request needs a Content-Length (RFC 9110 §15.5.12).
 * @example throw new LengthRequired()
 */
export class LengthRequired extends HttpProblem {
  declare readonly status: 411
  constructor(facts?: string | Message | FactsOf<411>) {
    super(411, facts)
  }
}

/**
 * 412: a condition in the request header is false (RFC 9110 §15.5.13).
 * @example throw new PreconditionFailed('Order 42 has changed since that ETag')
 */
export class PreconditionFailed extends HttpProblem {
  declare readonly status: 412
  constructor(facts?: string | Message | FactsOf<412>) {
    super(412, facts)
  }
}

/**
 * 413: the request content is larger than the server takes (RFC 9110 §15.5.14).
 * @example throw new ContentTooLarge('At most 1 MiB')
 */
export class ContentTooLarge extends HttpProblem {
  declare readonly status: 413
  constructor(facts?: string | Message | FactsOf<413>) {
    super(413, facts)
  }
}

/**
 * 414: the request target is longer than the server reads (RFC 9110 §15.5.15).
 * @example throw new URITooLong()
 */
export class URITooLong extends HttpProblem {
  declare readonly status: 414
  constructor(facts?: string | Message | FactsOf<414>) {
    super(414, facts)
  }
}

/**
 * 415: the format or coding of the request content is not supported (RFC 9110 §15.5.16).
 * @example throw new UnsupportedMediaType({ accept: ['application/json'] })
 */
export class UnsupportedMediaType extends HttpProblem {
  declare readonly status: 415
  constructor(facts?: string | Message | FactsOf<415>) {
    super(415, facts)
  }
}

/**
 * 416: none of the requested ranges overlaps the representation (RFC 9110 §15.5.17).
 * @example throw new RangeNotSatisfiable({ size: 1234 })
 */
export class RangeNotSatisfiable extends HttpProblem {
  declare readonly status: 416
  constructor(facts: FactsOf<416>) {
    super(416, facts)
  }
}

/**
 * 417: an expectation in Expect cannot be met (RFC 9110 §15.5.18).
 * @example throw new ExpectationFailed()
 */
export class ExpectationFailed extends HttpProblem {
  declare readonly status: 417
  constructor(facts?: string | Message | FactsOf<417>) {
    super(417, facts)
  }
}

/**
 * 421: this server cannot answer for that origin (RFC 9110 §15.5.20).
 * @example throw new MisdirectedRequest()
 */
export class MisdirectedRequest extends HttpProblem {
  declare readonly status: 421
  constructor(facts?: string | Message | FactsOf<421>) {
    super(421, facts)
  }
}

/**
 * 422: the content is well-formed but cannot be acted on (RFC 9110 §15.5.21).
 * @example throw new UnprocessableContent({ errors: [{ pointer: '#/age', detail: 'must be positive' }] })
 */
export class UnprocessableContent extends HttpProblem {
  declare readonly status: 422
  constructor(facts?: string | Message | FactsOf<422>) {
    super(422, facts)
  }
}

/**
 * 423: the resource is locked (RFC 4918 §11.3).
 * @example throw new Locked('Ann is editing this page')
 */
export class Locked extends HttpProblem {
  declare readonly status: 423
  constructor(facts?: string | Message | FactsOf<423>) {
    super(423, facts)
  }
}

/**
 * 424: an action that this one depends on failed (RFC 4918 §11.4).
 * @example throw new FailedDependency()
 */
export class FailedDependency extends HttpProblem {
  declare readonly status: 424
  constructor(facts?: string | Message | FactsOf<424>) {
    super(424, facts)
  }
}

/**
 * 425: the request came in early data and might be a replay (RFC 8470 §5.2).
 * @example throw new TooEarly()
 */
export class TooEarly extends HttpProblem {
  declare readonly status: 425
  constructor(facts?: string | Message | FactsOf<425>) {
    super(425, facts)
  }
}

/**
 * 426: the client has to change the protocol (RFC 9110 §15.5.22).
 * @example throw new UpgradeRequired({ protocols: ['websocket'] })
 */
export class UpgradeRequired extends HttpProblem {
  declare readonly status: 426
  constructor(facts: FactsOf<426>) {
    super(426, facts)
  }
}

/**
 * 428: the request has to be conditional (RFC 6585 §3).
 * @example throw new PreconditionRequired('Send If-Match with the ETag of the order')
 */
export class PreconditionRequired extends HttpProblem {
  declare readonly status: 428
  constructor(facts?: string | Message | FactsOf<428>) {
    super(428, facts)
  }
}

/**
 * 429: the client sent too many requests in a given time (RFC 6585 §4).
 * @example throw new TooManyRequests({ retryAfter: 30 })
 */
export class TooManyRequests extends HttpProblem {
  declare readonly status: 429
  constructor(facts?: string | Message | FactsOf<429>) {
    super(429, facts)
  }
}

/**
 * 431: the request header is too large (RFC 6585 §5).
 * @example throw new RequestHeaderFieldsTooLarge('Cookie is larger than 4 kB')
 */
export class RequestHeaderFieldsTooLarge extends HttpProblem {
  declare readonly status: 431
  constructor(facts?: string | Message | FactsOf<431>) {
    super(431, facts)
  }
}

/**
 * 451: a legal demand forbids access (RFC 7725 §3).
 * @example throw new UnavailableForLegalReasons({ blockedBy: 'https://authority.example/' })
 */
export class UnavailableForLegalReasons extends HttpProblem {
  declare readonly status: 451
  constructor(facts?: string | Message | FactsOf<451>) {
    super(451, facts)
  }
}
