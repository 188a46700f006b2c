import { randomUUID } from 'node:crypto'

/** An address and port of UDP. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** What all requests of a call have in common (RFC 3261 §12). */
export interface Call {
  readonly id: string
  readonly local: Endpoint
  /** Who is called: the URI of the INVITE. */
  readonly callee: string
  readonly fromTag: string
}

/** A call that nobody has heard of yet. */
export function newCall(local: Endpoint, callee: string): Call {
  return { id: randomUUID(), local, callee, fromTag: randomUUID().slice(0, 8) }
}

/** The mark of a transaction (RFC 3261 §8.1.1.7). */
export function newBranch(): string {
  return `z9hG4bK${randomUUID()}`
}

/** What one request of a call has to itself. */
export interface Request {
  readonly method: 'INVITE' | 'ACK' | 'CANCEL' | 'BYE'
  readonly branch: string
  /** That of the INVITE, for its ACK and CANCEL. */
  readonly sequence: number
  /** Default: the callee. */
  readonly uri?: string | undefined
  /** The To of the response, which has the tag of the other side; default: the callee. */
  readonly to?: string | undefined
}

/** A request as text. */
export function requestText({ id, local, callee, fromTag }: Call, request: Request): string {
  const { method, branch, sequence, uri = callee, to = `<${callee}>` } = request
  const host = `${local.address}:${local.port}`
  const content = method === 'INVITE' ? sessionDescription(local.address) : ''
  const lines = [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/UDP ${host};branch=${branch};rport`,
    'Max-Forwards: 70',
    `From: <sip:gateway@${host}>;tag=${fromTag}`,
    `To: ${to}`,
    `Call-ID: ${id}`,
    `CSeq: ${sequence} ${method}`,
    `Contact: <sip:gateway@${host}>`,
    ...(content === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${Buffer.byteLength(content)}`,
  ]
  return `${lines.join('\r\n')}\r\n\r\n${content}`
}

// An offer without media (RFC 4566): this gateway connects nobody, it shows what comes of calls.
function sessionDescription(address: string): string {
  const lines = [
    'v=0',
    `o=- 1 1 IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    'm=audio 9 RTP/AVP 0',
    'a=inactive',
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}
