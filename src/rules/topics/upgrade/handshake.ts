import type { RequestView } from '../../exchange-view.ts'
import { brief } from '../../fault.ts'
import { sha1 } from './sha1.ts'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** 16 bytes. */
const KEY = /^[A-Za-z0-9+/]{21}[AQgw]==$/

/** Whether a request of HTTP/1.1 offers to go on with WebSocket. */
export function offersWebSocket(request: RequestView): boolean {
  return request.version === '1.1' && request.has('upgrade') && request.lists('upgrade', 'websocket')
}

/** What is wrong with an opening handshake (RFC 6455 §4.2.1), as the end of a sentence. Undefined: nothing. */
export function faultOfHandshake(request: RequestView): string | undefined {
  const keys = request.all('sec-websocket-key')
  if (request.method !== 'GET') return `its method is ${brief(request.method, 20)} and not GET`
  if (!request.lists('connection', 'upgrade')) return 'its Connection does not list Upgrade'
  if (keys.length !== 1) return keys.length === 0 ? 'it has no Sec-WebSocket-Key' : 'it has several Sec-WebSocket-Key'
  if (!KEY.test(keys[0] ?? '')) return 'its Sec-WebSocket-Key is not 16 bytes in Base64'
  return request.has('sec-websocket-version') ? undefined : 'it has no Sec-WebSocket-Version'
}

/** The Sec-WebSocket-Accept that answers a key (RFC 6455 §4.2.2). */
export function acceptOf(key: string): string {
  return base64Of(sha1(key + GUID))
}

function base64Of(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.slice(at, at + 3)
    const group = (one << 16) | ((two ?? 0) << 8) | (three ?? 0)
    const digit = (shift: number): string => BASE64.charAt((group >> shift) & 0x3f)
    text += digit(18) + digit(12) + (two === undefined ? '=' : digit(6)) + (three === undefined ? '=' : digit(0))
  }
  return text
}
