import type { StatusCode } from './types.ts'

/** The codes of the table below that are not in the registry: all but those that are reserved there (306, 418). */
export type UnregisteredCode =
  | (419 | 420 | 440 | 444 | 449 | 450 | 494 | 495 | 496 | 497 | 498 | 499)
  | (509 | 520 | 521 | 522 | 523 | 524 | 525 | 526 | 529 | 530 | 598 | 599 | 600)

/** A status code that is seen on the web, and that the IANA registry does not list, or lists as unassigned. */
export interface UnregisteredStatus {
  readonly code: UnregisteredCode | 306 | 418
  readonly name: string
  /** Who uses it. */
  readonly seenIn: string
  /** The registered code that says the same to every client; null: nothing is to be sent. */
  readonly http: StatusCode | null
  /** Why this one. */
  readonly why: string
}

/**
 * What an error with such a status is sent as. To a client that does not know them they are the x00 of their class (RFC
 * 9110 §15): a registered code says more.
 */
// biome-ignore format: a table has a row per code
export const unregistered: readonly UnregisteredStatus[] = Object.freeze([
  row(306, '(Unused)', 'drafts of RFC 2616', 500, 'it is reserved, and never sent'),
  row(418, '(Unused)', 'the joke of RFC 2324', 418, 'it is reserved, but deployed software knows it: sent as it is'),
  row(419, 'Page Expired', 'Laravel', 403, 'a failed CSRF check is a refusal'),
  row(420, 'Enhance Your Calm', 'the old API of Twitter', 429, 'it limits a rate'),
  row(440, 'Login Time-out', 'IIS', 401, 'the credentials have expired'),
  row(444, 'No Response', 'the log of nginx', null, 'it says that nothing was written and the connection closed'),
  row(449, 'Retry With', 'IIS', 428, 'the request lacks what is needed to process it; 409 where a conflict is to be resolved'),
  row(450, 'Blocked by Parental Controls', 'Microsoft', 403, 'it is a refusal'),
  row(494, 'Request Header Too Large', 'the log of nginx', 431, 'that is registered for the same'),
  row(495, 'SSL Certificate Error', 'nginx', 400, 'the certificate of the client is wrong'),
  row(496, 'SSL Certificate Required', 'nginx', 403, 'a client without a certificate is refused'),
  row(497, 'HTTP Request Sent to HTTPS Port', 'nginx', 400, 'the request is in the wrong protocol'),
  row(498, 'Invalid Token', 'Esri', 401, 'the credentials are refused'),
  row(499, 'Client Closed Request', 'the log of nginx', null, 'nobody is there to read a response'),
  row(509, 'Bandwidth Limit Exceeded', 'cPanel, add-ons of Apache', 503, 'it is a lack of capacity; 429 where the client is the cause'),
  row(520, 'Web Server Returned an Unknown Error', 'Cloudflare', 502, 'a gateway got no valid response'),
  row(521, 'Web Server Is Down', 'Cloudflare', 502, 'a gateway got no response'),
  row(522, 'Connection Timed Out', 'Cloudflare', 504, 'a gateway got no timely connection'),
  row(523, 'Origin Is Unreachable', 'Cloudflare', 502, 'a gateway got no connection'),
  row(524, 'A Timeout Occurred', 'Cloudflare', 504, 'a gateway got no timely response'),
  row(525, 'SSL Handshake Failed', 'Cloudflare', 502, 'a gateway got no connection'),
  row(526, 'Invalid SSL Certificate', 'Cloudflare', 502, 'a gateway does not trust the other server'),
  row(529, 'Site Is Overloaded', 'Qualys, Pantheon, vendors of APIs', 503, 'it is an overload'),
  row(530, 'Site Is Frozen', 'Pantheon, Cloudflare', 503, 'the site is unavailable for now'),
  row(598, 'Network Read Timeout', 'proxies', 504, 'a gateway got no timely response'),
  row(599, 'Network Connect Timeout', 'proxies', 504, 'a gateway got no timely connection'),
  row(600, 'Unparseable Response Headers', 'tables of clients', 502, 'over 599 nothing is a status; a gateway that cannot read a response says 502'),
])

const byCode: ReadonlyMap<unknown, UnregisteredStatus> = new Map(unregistered.map((status) => [status.code, status]))

/** What is known of a code that nobody has registered, or that is reserved (306, 418); undefined of all else. */
export function unregisteredStatus(code: unknown): UnregisteredStatus | undefined {
  return byCode.get(code)
}

function row(
  code: UnregisteredStatus['code'],
  name: string,
  seenIn: string,
  http: StatusCode | null,
  why: string,
): UnregisteredStatus {
  return Object.freeze({ code, name, seenIn, http, why })
}
