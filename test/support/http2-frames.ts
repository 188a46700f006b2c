import { once } from 'node:events'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

/** A frame of HTTP/2 as it came (RFC 9113 §4.1). */
export interface Frame {
  readonly type: 'DATA' | 'HEADERS' | 'RST_STREAM' | 'GOAWAY' | 'other'
  readonly flags: number
  readonly stream: number
  readonly payload: Buffer
}

/** What a server did with a request: a status, where that is in the static table of HPACK, or how it ended the stream. */
export interface Outcome {
  readonly status: number | undefined
  /** The code of RST_STREAM or GOAWAY, whichever came; a whole response has none. */
  readonly code: number | undefined
  readonly isWhole: boolean
}

/** A connection on which anything can be sent, as no client would. */
export interface FrameConnection {
  /** Sends a request without content, whose fields go out as they are, and waits until its stream is over. */
  request(fields: readonly (readonly [name: string, value: string])[]): Promise<Outcome>
}

/** Connects to a server of HTTP/2 without TLS. */
export async function connectFrames(port: number): Promise<FrameConnection> {
  const socket = connect({ port, host: '127.0.0.1' }).on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const frames: Frame[] = []
  let rest = Buffer.alloc(0)
  let wake: () => void = () => {}
  socket.on('data', (bytes) => {
    const read = framesOf(Buffer.concat([rest, bytes]))
    rest = read.rest
    frames.push(...read.frames)
    wake()
  })
  socket.on('close', () => wake())
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
  socket.write(frame(4, 0, 0))
  let last = -1
  return {
    async request(fields) {
      last += 2
      const stream = last
      const block = Buffer.concat(fields.map(([name, value]) => literal(name, value)))
      socket.write(frame(1, END_STREAM | END_HEADERS, stream, block))
      for (;;) {
        const outcome = outcomeOf(frames.filter((one) => one.stream === stream || one.type === 'GOAWAY'))
        if (outcome.isWhole || outcome.code !== undefined || socket.destroyed) return outcome
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

const END_STREAM = 0x1
const END_HEADERS = 0x4
const TYPES: Readonly<Record<number, Frame['type']>> = { 0: 'DATA', 1: 'HEADERS', 3: 'RST_STREAM', 7: 'GOAWAY' }
// RFC 7541 Appendix A, as an indexed field.
const STATUSES: Readonly<Record<number, number>> = {
  136: 200,
  137: 204,
  138: 206,
  139: 304,
  140: 400,
  141: 404,
  142: 500,
}

function frame(type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head[3] = type
  head[4] = flags
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

/** RFC 7541 §6.2.2: a literal field without indexing, neither part of it compressed; each shorter than 127 bytes. */
function literal(name: string, value: string): Buffer {
  const string = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')])
  return Buffer.concat([Buffer.from([0]), string(name), string(value)])
}

function framesOf(bytes: Buffer): { frames: Frame[]; rest: Buffer<ArrayBuffer> } {
  const frames: Frame[] = []
  let at = 0
  while (bytes.length - at >= 9) {
    const end = at + 9 + bytes.readUIntBE(at, 3)
    if (end > bytes.length) break
    frames.push({
      type: TYPES[bytes.readUInt8(at + 3)] ?? 'other',
      flags: bytes.readUInt8(at + 4),
      stream: bytes.readUInt32BE(at + 5),
      payload: bytes.subarray(at + 9, end),
    })
    at = end
  }
  return { frames, rest: Buffer.from(bytes.subarray(at)) }
}

function outcomeOf(frames: readonly Frame[]): Outcome {
  const head = frames.find(({ type }) => type === 'HEADERS')
  const reset = frames.find(({ type }) => type === 'RST_STREAM')
  const goaway = frames.find(({ type }) => type === 'GOAWAY')
  return {
    status: STATUSES[head?.payload[0] ?? 0],
    code: reset?.payload.readUInt32BE(0) ?? goaway?.payload.readUInt32BE(4),
    isWhole: frames.some(({ type, flags }) => (type === 'DATA' || type === 'HEADERS') && (flags & END_STREAM) !== 0),
  }
}
