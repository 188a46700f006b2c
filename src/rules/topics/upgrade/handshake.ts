import type { RequestView } from '../../exchange-view.ts'
import { brief } from '../../fault.ts'
import { sha1 } from './sha1.ts'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** 16 bytes. */
const KEY = /^[A-Za-z0-9+/]{21}[AQgw]==$/

/** Whether a request of HTTP/1.1 offers to go on with WebSocket. */
export function offersWebSocket(request: RequestView): boolean {
  return request.version === '1.1' && request.lists('upgrade', 'websocket')
}

/** What is wrong with an opening handshake (RFC 6455 §4.2.1), as the end of a sentence. Undefined: nothing. */
export function faultOfHandshake(request: RequestView): string | undefined {
  const [key, ...otherKeys] = request.all('sec-websocket-key')
  if (request.method !== 'GET') return `its method is ${brief(request.method, 20)} and not GET`
  if (!request.lists('connection', 'upgrade')) return 'its Connection does not list Upgrade'
  if (key === undefined) return 'it has no Sec-WebSocket-Key'
  if (otherKeys.length > 0) return 'it has several Sec-WebSocket-Key'
  if (!KEY.test(key)) return 'its Sec-WebSocket-Key is not 16 bytes in Base64'
  return request.has('sec-websocket-version') ? undefined : 'it has no Sec-WebSocket-Version'
}

/** The Sec-WebSocket-Accept that answers a key (RFC 6455 §4.2.2). */
export function acceptOf(key: string): string {
  const bytes = sha1(key + GUID)
  // 160 bits are 26 digits of six bits and one of four.
  const digits = Array.from({ length: 27 }, (_, index) => {
    const bit = index * 6
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    return BASE64.charAt((pair >> (10 - (bit & 7))) & 0x3f)
  })
  return `${digits.join('')}=`
}
