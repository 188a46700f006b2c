/** A SIP response, as some SIP stack tells it. */
export interface SipResponse {
  /** The status code, 100–699. */
  readonly status: number
  /** The reason phrase; default: the registered one. */
  readonly reason?: string | undefined
  /**
   * Header fields by name, in any case, in full or compact form; several lines as an array. A line is a text, or, as sip.js
   * and JsSIP tell it, an object with the text as `raw`.
   */
  readonly headers?: Readonly<Record<string, SipLine | readonly SipLine[] | undefined>> | undefined
}

/** The value of one line of a header field. */
export type SipLine = string | number | { readonly raw: string }

/** @throws {TypeError} for what no peer can be blamed for: a value that is no response in form. */
export function checkResponse(response: unknown): asserts response is SipResponse {
  if (typeof response !== 'object' || response === null || ArrayBuffer.isView(response)) {
    throw new TypeError(
      'fromSip() takes a SIP response, { status, reason, headers }, or its text (of bytes, toString())',
    )
  }
  const { status, headers } = response as { status?: unknown; headers?: unknown }
  if (typeof status !== 'number') throw new TypeError('fromSip() takes a SIP response whose "status" is a number')
  // Stacks that are not typed say null for none.
  if (headers === undefined || headers === null) return
  if (typeof headers !== 'object' || Symbol.iterator in headers) {
    throw new TypeError('fromSip() takes header fields as an object of values by name')
  }
}

/** The lines of a header field, by its full name in lower case. */
export function fieldLines({ headers }: SipResponse, fullName: string): readonly string[] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) => {
    if (fullNameOf(name) !== fullName) return []
    const lines: readonly unknown[] = Array.isArray(value) ? value : [value]
    return lines.flatMap(textOfLine)
  })
}

function textOfLine(line: unknown): string[] {
  const text: unknown = typeof line === 'object' && line !== null ? Reflect.get(line, 'raw') : line
  return typeof text === 'string' || typeof text === 'number' ? [String(text)] : []
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
