/** A member of the problem document that comes from a header field of the SIP response. */
export type SipMember = 'contacts' | 'warnings' | 'minExpires'

/** What a SIP response means, and what an HTTP gateway sends for it. */
export interface SipStatus {
  /** As registered: https://www.iana.org/assignments/sip-parameters */
  readonly phrase: string
  /** The HTTP status; null for provisional responses, which no HTTP response follows from yet. */
  readonly http: number | null
  /** Why this one: the judgement of this project, no standard. */
  readonly why: string
  /** Whether its Retry-After is passed on. */
  readonly retryAfter: boolean
  readonly members: readonly SipMember[]
}

const PROVISIONAL = 'provisional: no final HTTP response yet'
const ELSEWHERE =
  'the alternatives are SIP addresses that an HTTP client cannot follow; the gateway did not follow them either'

/** Response codes of SIP, and the HTTP response that each becomes. Above all: whose fault is it, and who may mend it? */
// biome-ignore format: a table has a row for each
export const sipStatuses: Readonly<Record<number, SipStatus>> = Object.freeze({
  100: row('Trying', null, PROVISIONAL),
  180: row('Ringing', null, PROVISIONAL),
  181: row('Call Is Being Forwarded', null, PROVISIONAL),
  182: row('Queued', null, PROVISIONAL),
  183: row('Session Progress', null, PROVISIONAL),
  199: row('Early Dialog Terminated', null, PROVISIONAL),
  200: row('OK', 200, 'success'),
  202: row('Accepted', 202, 'accepted, not finished'),
  204: row('No Notification', 204, 'success without content'),
  300: row('Multiple Choices', 502, ELSEWHERE, { members: ['contacts'] }),
  301: row('Moved Permanently', 502, ELSEWHERE, { members: ['contacts'] }),
  302: row('Moved Temporarily', 502, ELSEWHERE, { members: ['contacts'] }),
  305: row('Use Proxy', 502, ELSEWHERE, { members: ['contacts'] }),
  380: row('Alternative Service', 502, ELSEWHERE, { members: ['contacts'] }),
  400: row('Bad Request', 502, 'the gateway wrote the SIP request'),
  401: row('Unauthorized', 502,
    'the gateway\'s own credentials were refused; a bare HTTP 401 would challenge the wrong party'),
  402: row('Payment Required', 402, 'same meaning'),
  403: row('Forbidden', 403, 'same meaning'),
  404: row('Not Found', 404, 'the called user does not exist'),
  405: row('Method Not Allowed', 502, 'the gateway chose the SIP method'),
  406: row('Not Acceptable', 502, 'about SIP headers that the gateway wrote'),
  407: row('Proxy Authentication Required', 502, 'the gateway\'s credentials towards its proxy'),
  408: row('Request Timeout', 504, 'in SIP the callee did not answer in time; in HTTP 408 means a slow client'),
  410: row('Gone', 410, 'same meaning'),
  412: row('Conditional Request Failed', 409, 'no HTTP precondition was involved'),
  413: row('Request Entity Too Large', 413, 'same meaning', { retryAfter: true }),
  414: row('Request-URI Too Long', 422, 'about the SIP address given by the caller, not the HTTP target'),
  415: row('Unsupported Media Type', 502, 'about the SIP body that the gateway wrote'),
  416: row('Unsupported URI Scheme', 422, 'not a range error: HTTP 416 would be wrong'),
  417: row('Unknown Resource-Priority', 422, 'not an expectation: HTTP 417 would be wrong'),
  420: row('Bad Extension', 502, 'SIP extension negotiated by the gateway'),
  421: row('Extension Required', 502, 'not a misdirected request'),
  422: row('Session Interval Too Small', 502, 'timer negotiated by the gateway'),
  423: row('Interval Too Brief', 422, 'not a lock: HTTP 423 would be wrong', { members: ['minExpires'] }),
  428: row('Use Identity Header', 502, 'not a missing precondition'),
  429: row('Provide Referrer Identity', 502, 'not a rate limit: HTTP 429 would be wrong'),
  430: row('Flow Failed', 503, 'the path to the callee broke'),
  433: row('Anonymity Disallowed', 403, 'callee refuses anonymous calls'),
  436: row('Bad Identity Info', 502, 'identity header of the gateway'),
  437: row('Unsupported Credential', 502, 'identity header of the gateway'),
  438: row('Invalid Identity Header', 502, 'identity header of the gateway'),
  439: row('First Hop Lacks Outbound Support', 502, 'SIP routing'),
  440: row('Max-Breadth Exceeded', 502, 'SIP routing'),
  469: row('Bad Info Package', 502, 'SIP INFO written by the gateway'),
  470: row('Consent Needed', 403, 'callee has not consented'),
  480: row('Temporarily Unavailable', 409,
    'the callee, not this service, is unavailable: 503 would make balancers eject a healthy server', { retryAfter: true }),
  481: row('Call/Transaction Does Not Exist', 404, 'no such call'),
  482: row('Loop Detected', 508, 'same meaning'),
  483: row('Too Many Hops', 508, 'a loop is the usual cause'),
  484: row('Address Incomplete', 422, 'the number given is too short'),
  485: row('Ambiguous', 409,
    'the address fits several users; may list them where privacy allows', { members: ['contacts'] }),
  486: row('Busy Here', 409, 'state of the callee', { retryAfter: true }),
  487: row('Request Terminated', 409, 'the call was cancelled'),
  488: row('Not Acceptable Here', 422, 'media not acceptable to the callee', { members: ['warnings'] }),
  489: row('Bad Event', 502, 'event package chosen by the gateway'),
  491: row('Request Pending', 409, 'another request of the same dialog is under way', { retryAfter: true }),
  493: row('Undecipherable', 502, 'SIP body encrypted by the gateway'),
  494: row('Security Agreement Required', 502, 'negotiated by the gateway'),
  500: row('Server Internal Error', 502, 'fault of the SIP server', { retryAfter: true }),
  501: row('Not Implemented', 502, 'fault of the SIP server'),
  502: row('Bad Gateway', 502, 'same meaning'),
  503: row('Service Unavailable', 503, 'SIP server overloaded or in maintenance', { retryAfter: true }),
  504: row('Server Time-out', 504, 'same meaning'),
  505: row('Version Not Supported', 502, 'SIP version spoken by the gateway'),
  513: row('Message Too Large', 413, 'too large for the SIP server'),
  555: row('Push Notification Service Not Supported', 502, 'SIP server'),
  580: row('Precondition Failure', 409, 'SIP session preconditions, not HTTP ones'),
  600: row('Busy Everywhere', 409, 'state of the callee', { retryAfter: true }),
  603: row('Decline', 403, 'callee declined', { retryAfter: true }),
  604: row('Does Not Exist Anywhere', 404, 'no such user'),
  606: row('Not Acceptable', 422, 'session not acceptable to the callee', { members: ['warnings'] }),
  607: row('Unwanted', 403, 'callee rejected the caller'),
  608: row('Rejected', 403, 'an intermediary rejected the call'),
})

type Extra = Partial<Pick<SipStatus, 'retryAfter' | 'members'>>

function row(
  phrase: string,
  http: number | null,
  why: string,
  { retryAfter = false, members = [] }: Extra = {},
): SipStatus {
  return Object.freeze({ phrase, http, why, retryAfter, members: Object.freeze(members) })
}
