/** What {@link request} is made of. Nothing is checked or corrected: a test may want it wrong. */
export interface RequestParts {
  readonly method?: string
  readonly target?: string
  readonly version?: '1.0' | '1.1'
  /** An array sends one line for each value; undefined leaves out a field that would come by itself (Host). */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Its Content-Length comes by itself, unless `headers` say how it is framed. */
  readonly body?: string
}

/**
 * An HTTP/1 request, as text.
 *
 * @example
 * request({ method: 'POST', target: '/orders', headers: { 'Content-Type': 'application/json' }, body: '{"id":1}' })
 */
export function request(parts: RequestParts = {}): string {
  const { method = 'GET', target = '/', version = '1.1', headers = {}, body = '' } = parts
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  const lines = [`${method} ${target} HTTP/${version}`]
  if (!given.has('host')) lines.push('Host: localhost')
  for (const [name, value = []] of Object.entries(headers)) {
    for (const each of [value].flat()) lines.push(`${name}: ${each}`)
  }
  const framed = given.has('content-length') || given.has('transfer-encoding')
  if (parts.body !== undefined && !framed) lines.push(`Content-Length: ${Buffer.byteLength(body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

/** Several requests in one write, before any is answered (RFC 9112 §9.3.2). */
export function pipeline(requests: readonly string[]): string {
  return requests.join('')
}

/**
 * The methods of the requests that begin in these bytes, the last of which may be unfinished. Exact for requests with
 * valid framing; what comes after a request without it counts as its body.
 */
export function methodsOf(bytes: Buffer): string[] {
  const methods: string[] = []
  let rest = bytes.toString('latin1')
  while (rest !== '') {
    methods.push(/^[^\s]*/.exec(rest)?.[0] ?? '')
    const headEnd = rest.indexOf('\r\n\r\n')
    if (headEnd === -1) break
    const head = rest.slice(0, headEnd)
    rest = rest.slice(headEnd + 4)
    rest = rest.slice(bodyLength(head, rest))
  }
  return methods
}

const LAST_CHUNK = /(?:^|\r\n)0+\r\n(?:[^\r\n]+\r\n)*\r\n/

function bodyLength(head: string, rest: string): number {
  if (/^transfer-encoding:/im.test(head)) {
    const last = LAST_CHUNK.exec(rest)
    return last === null ? rest.length : last.index + last[0].length
  }
  const length = Number(/^content-length:(.*)$/im.exec(head)?.[1] ?? '0')
  return Number.isNaN(length) ? rest.length : length
}
