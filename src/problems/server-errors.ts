import type { Message } from '../text/index.ts'
import type { FactsOf } from './facts.ts'
import { HttpProblem } from './http-problem.ts'

/**
 * 500: something unexpected went wrong in the server (RFC 9110 §15.6.1).
 * @example throw new InternalServerError({ cause: error })
 */
export class InternalServerError extends HttpProblem {
  declare readonly status: 500
  constructor(facts?: string | Message | FactsOf<500>) {
    super(500, facts)
  }
}

/**
 * 501: the server does not support what the request needs, for any resource (RFC 9110 §15.6.2).
 * @example throw new NotImplemented()
 */
export class NotImplemented extends HttpProblem {
  declare readonly status: 501
  constructor(facts?: string | Message | FactsOf<501>) {
    super(501, facts)
  }
}

/**
 * 502: an upstream server gave an invalid response (RFC 9110 §15.6.3).
 * @example throw new BadGateway({ cause: error })
 */
export class BadGateway extends HttpProblem {
  declare readonly status: 502
  constructor(facts?: string | Message | FactsOf<502>) {
    super(502, facts)
  }
}

/**
 * 503: the server is overloaded or under maintenance for a while (RFC 9110 §15.6.4).
 * @example throw new ServiceUnavailable({ retryAfter: 120 })
 */
export class ServiceUnavailable extends HttpProblem {
  declare readonly status: 503
  constructor(facts?: string | Message | FactsOf<503>) {
    super(503, facts)
  }
}

/**
 * 504: an upstream server did not answer in time (RFC 9110 §15.6.5).
 * @example throw new GatewayTimeout({ cause: error })
 */
export class GatewayTimeout extends HttpProblem {
  declare readonly status: 504
  constructor(facts?: string | Message | FactsOf<504>) {
    super(504, facts)
  }
}

/**
 * 505: the major version of HTTP in the request is not supported (RFC 9110 §15.6.6).
 * @example throw new HTTPVersionNotSupported()
 */
export class HTTPVersionNotSupported extends HttpProblem {
  declare readonly status: 505
  constructor(facts?: string | Message | FactsOf<505>) {
    super(505, facts)
  }
}

/**
 * 506: transparent negotiation is misconfigured (RFC 2295 §8.1).
 * @example throw new VariantAlsoNegotiates()
 */
export class VariantAlsoNegotiates extends HttpProblem {
  declare readonly status: 506
  constructor(facts?: string | Message | FactsOf<506>) {
    super(506, facts)
  }
}

/**
 * 507: there is no room to store the representation (RFC 4918 §11.5).
 * @example throw new InsufficientStorage()
 */
export class InsufficientStorage extends HttpProblem {
  declare readonly status: 507
  constructor(facts?: string | Message | FactsOf<507>) {
    super(507, facts)
  }
}

/**
 * 508: the server found an endless loop in the request (RFC 5842 §7.2).
 * @example throw new LoopDetected()
 */
export class LoopDetected extends HttpProblem {
  declare readonly status: 508
  constructor(facts?: string | Message | FactsOf<508>) {
    super(508, facts)
  }
}

/**
 * 510: a policy for access was not met; obsolete (RFC 2774 §7).
 * @example throw new NotExtended()
 */
export class NotExtended extends HttpProblem {
  declare readonly status: 510
  constructor(facts?: string | Message | FactsOf<510>) {
    super(510, facts)
  }
}

/**
 * 511: the client has to sign in to the network; for intercepting proxies (RFC 6585 §6).
 * @example throw new NetworkAuthenticationRequired()
 */
export class NetworkAuthenticationRequired extends HttpProblem {
  declare readonly status: 511
  constructor(facts?: string | Message | FactsOf<511>) {
    super(511, facts)
  }
}
