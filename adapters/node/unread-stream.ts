import type { IncomingMessage } from 'node:http'
import type { NodeResponse } from './write.ts'

type Stream = Exclude<NodeResponse['stream'], undefined>

const NO_ERROR = 0 // RFC 9113 §7

/** For so long a client may take to show that it has a response, in milliseconds. */
const LONGEST_WAIT = 1000

/**
 * Sees to what is left of an exchange on HTTP/2 whose response is an error that goes out now. Trailers that were set for
 * other content are not sent. The rest of an upload is not read, so that flow control holds the client, which is told to
 * stop once it has the whole response (RFC 9113 §8.1). Node does so only where nothing of the upload was read.
 */
export function settleStream(req: IncomingMessage, stream: Stream): void {
  const isWhole = stream.endAfterHeaders || stream.readableEnded
  stream.removeAllListeners('wantTrailers')
  stream.once('wantTrailers', () => {
    stream.sendTrailers({})
    // These end the response; they are given to nghttp2 in the same way just before.
    if (!isWhole) setImmediate(() => endUpload(stream))
  })
  if (isWhole) return
  stopReading(req)
  // Without content the response ends with its head, and what is written to a HEAD has ended from the beginning on.
  const endIfOut = (): void => void setImmediate(() => isOut(stream) && endUpload(stream))
  if (stream.writableFinished) endIfOut()
  else stream.once('finish', endIfOut)
}

function stopReading(req: IncomingMessage): void {
  req.unpipe()
  // With a listener for it, a stream does not stop.
  req.removeAllListeners('readable')
  req.pause()
}

function isOut(stream: Stream): boolean {
  return stream.closed || (stream.headersSent && stream.state.localClose === 1)
}

// Clients lose a response that they read together with the reset (curl does). Who answers a ping has read what was before.
function endUpload(stream: Stream): void {
  const { session } = stream
  if (session === undefined || session.destroyed) return
  const end = (): void => {
    clearTimeout(timer)
    stream.close(NO_ERROR)
    // Else what has come and is read by nobody would keep it.
    stream.destroy()
  }
  const timer = setTimeout(end, LONGEST_WAIT)
  stream.once('close', () => clearTimeout(timer))
  if (stream.closed) end()
  else session.ping(end)
}
