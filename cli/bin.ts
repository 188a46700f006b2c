import { main } from './main.ts'

// Who reads the output may have had enough of it: `statuswise … | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    // A disk that is full, above all. If it is stderr, nobody can be told.
    if (stream === process.stdout) process.stderr.write(`statuswise: The output can't be written: ${error.message}.\n`)
    process.exit(2)
  })

// The first one has what is known written, the second one ends at once.
const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })

const { stdout, stderr, env } = process

// Not process.exit(): what was written may still be on its way to a pipe.
main(process.argv.slice(2), { stdout, stderr, env, signal: interruption.signal }).then((code) => {
  process.exitCode = code
})
