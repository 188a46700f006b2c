import type { Readable } from 'node:stream'
import type { StreamedContent } from '../../src/replies/index.ts'
import type { FramedReply } from '../../src/respond/index.ts'
import { contentStream } from './content-stream.ts'
import { endFailed } from './failure.ts'
import { whenOver } from './when-over.ts'
import { isGone, type NodeResponse, putHead } from './write.ts'

/**
 * Writes a reply whose content is made while it is sent, no faster than the client reads. The head waits for the first
 * byte, so that a source that fails before can be answered in full; one that fails later cuts the response.
 *
 * @returns a promise that is fulfilled when all is handed over, or nobody is there to take it; it never rejects.
 */
export async function writeStreamed(res: NodeResponse, reply: FramedReply<StreamedContent>): Promise<void> {
  const stream = contentStream(reply)
  const forget = whenOver(res, () => {
    stream.destroy(isGone(res) ? undefined : new Error('the response was ended before its content'))
  })
  // Others may end it meanwhile: to write on is no reason for the process to end.
  res.on('error', () => {})
  try {
    await copy(stream, res, () => {
      if (res.headersSent) throw new Error('the response was begun by others before its content')
      putHead(res, reply)
    })
  } catch (error) {
    endFailed(res, error)
  } finally {
    forget()
  }
}

// Not with pipe(): what a patched write() throws would be nobody's to catch.
async function copy(stream: Readable, res: NodeResponse, begin: () => void): Promise<void> {
  const drained = drainsOf(res, stream)
  let hasBegun = false
  for await (const bytes of stream) {
    if (!hasBegun) begin()
    hasBegun = true
    if (res.write(bytes) === false) await drained()
  }
  if (!hasBegun) begin()
  res.end()
}

// With one listener for all the times: middleware that compresses hands it on to a stream of its own, and a listener that
// is removed from the response stays there.
function drainsOf(res: NodeResponse, stream: Readable): () => Promise<void> {
  let wake: () => void = () => {}
  const awaken = (): void => wake()
  res.on('drain', awaken)
  stream.once('close', awaken)
  return () =>
    new Promise((resolve) => {
      wake = resolve
    })
}
