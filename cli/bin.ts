import { main } from './main.ts'

// Who reads the output may have had enough of it: `statuswise … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// Not process.exit(): what was written may still be on its way to a pipe.
main(process.argv.slice(2), process).then((code) => {
  process.exitCode = code
})
