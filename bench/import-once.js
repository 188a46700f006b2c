// @ts-check
/** One sample of import-cost.js: loads the first module, then tells how many milliseconds the second takes. */

const [, , loaded = '', added = ''] = process.argv
await import(loaded)
const start = performance.now()
await import(added)
process.send?.(performance.now() - start)
process.disconnect?.()
