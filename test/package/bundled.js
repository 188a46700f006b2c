// An application that is bundled, with all its packages, into one file of CommonJS, as for serverless platforms; then it
// runs where there are no packages.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import express from 'express'
import { Conflict } from 'statuswise'
import { audit, conform, problems } from 'statuswise/express'
import { loadLanguage } from 'statuswise/languages'

async function main() {
  const de = await loadLanguage('de')
  const app = express()
  app.use(audit({ onViolation() {} }))
  app.use(conform())
  app.get('/', () => {
    throw new Conflict({ detail: 'Taken', extensions: { version: 12n } })
  })
  app.use(problems({ languages: { de } }))

  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${server.address().port}`
  const conflict = await fetch(origin)
  assert.deepEqual(await conflict.json(), {
    type: 'about:blank',
    status: 409,
    title: 'Conflict',
    detail: 'Taken',
    version: 12,
  })
  const missing = await fetch(`${origin}/nowhere`, { headers: { 'Accept-Language': 'de' } })
  assert.equal((await missing.json()).title, 'Nicht gefunden')
  server.close()
  server.closeAllConnections()
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
