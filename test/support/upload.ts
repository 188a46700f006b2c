import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseResponses } from './http-message.ts'
import type { RawResponse } from './raw-response.ts'

export interface Uploaded {
  /** The responses to the upload and to what was sent behind it. */
  readonly responses: readonly RawResponse[]
  readonly error: string | undefined
  /** How much of the content had been sent when the response was complete; undefined where it never was. */
  readonly sentWhenAnswered: number | undefined
  readonly sent: number
  /** What the server did to the connection. */
  readonly closed: 'fin' | 'reset' | 'open'
}

export interface UploadOptions {
  /** How much content to send, in bytes. */
  readonly size: number
  /** Time between the parts of 64 kB, in milliseconds. Without it the client sends as fast as the server takes it. */
  readonly pauseMs?: number
  /** How long to wait for the end of the connection once all is sent, in milliseconds (2,000). */
  readonly lingerMs?: number
}

/**
 * Uploads in the way of the clients that do not look at what comes back until they are done: sends the head of a request
 * and content until all is sent or the server has closed the connection for good.
 */
export async function upload(port: number, head: string, options: UploadOptions): Promise<Uploaded> {
  const { size, pauseMs, lingerMs = 2000 } = options
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  const received: Buffer[] = []
  let closed: Uploaded['closed'] = 'open'
  let sent = 0
  let sentWhenAnswered: number | undefined
  const responses = (): ReturnType<typeof parseResponses> =>
    parseResponses(Buffer.concat(received), ['POST', 'GET'], closed === 'fin')

  socket.on('data', (bytes) => {
    received.push(bytes)
    if (responses().responses[0]?.complete) sentWhenAnswered ??= sent
  })
  socket.on('end', () => {
    if (closed === 'open') closed = 'fin'
  })
  socket.on('error', () => {
    if (closed === 'open') closed = 'reset'
  })
  await once(socket, 'connect')
  socket.write(head)
  const part = Buffer.alloc(64 * 1024, 'x')
  while (sent < size && !socket.destroyed) {
    const bytes = part.subarray(0, size - sent)
    sent += bytes.length
    if (!socket.write(bytes)) await drained(socket)
    if (pauseMs !== undefined) await pause(pauseMs)
  }
  const deadline = performance.now() + lingerMs
  while (closed === 'open' && performance.now() < deadline) await pause(5)
  socket.destroy()
  const { responses: complete, error } = responses()
  return { responses: complete, error, sentWhenAnswered, sent, closed }
}

function drained(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done)
      resolve(undefined)
    }
    socket.on('drain', done).on('close', done)
  })
}
