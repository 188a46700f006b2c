/** A SIP response, as some SIP stack tells it. */
export interface SipResponse {
  /** The status code, 100–699. */
  readonly status: number
  /** The reason phrase; default: the registered one. */
  readonly reason?: string | undefined
  /** Header fields by name, in any case, in full or compact form; several lines as an array. */
  readonly headers?: Readonly<Record<string, string | number | readonly string[] | undefined>> | undefined
}

/** The lines of a header field, by its full name in lower case. */
export function fieldLines({ headers }: SipResponse, fullName: string): readonly string[] {
  // Stacks that are not typed say null for none.
  return Object.entries(headers ?? {}).flatMap(([name, value]) => {
    if (fullNameOf(name) !== fullName) return []
    const lines: readonly unknown[] = Array.isArray(value) ? value : [value]
    return lines.filter((line) => typeof line === 'string' || typeof line === 'number').map(String)
  })
}

/** The full name of a header field, in lower case (RFC 3261 §7.3.3). */
export function fullNameOf(name: string): string {
  const lower = name.toLowerCase()
  return compactForms.get(lower) ?? lower
}

// https://www.iana.org/assignments/sip-parameters, header fields
const compactForms: ReadonlyMap<string, string> = new Map([
  ['a', 'accept-contact'],
  ['b', 'referred-by'],
  ['c', 'content-type'],
  ['d', 'request-disposition'],
  ['e', 'content-encoding'],
  ['f', 'from'],
  ['i', 'call-id'],
  ['j', 'reject-contact'],
  ['k', 'supported'],
  ['l', 'content-length'],
  ['m', 'contact'],
  ['o', 'event'],
  ['r', 'refer-to'],
  ['s', 'subject'],
  ['t', 'to'],
  ['u', 'allow-events'],
  ['v', 'via'],
  ['x', 'session-expires'],
  ['y', 'identity'],
])
