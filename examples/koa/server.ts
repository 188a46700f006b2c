// npm run build && npx tsx examples/koa/server.ts
import { createServer } from 'node:http'
import { drain, protect } from 'statuswise/node'
import { createApp } from './app.ts'

const { PORT = '3000', WAREHOUSE } = process.env

const server = protect(createServer(createApp({ warehouse: WAREHOUSE }).callback()))

server.listen(Number(PORT), () => {
  console.log(`The orders API on Koa: http://localhost:${PORT}/orders`)
})

process.once('SIGTERM', async () => {
  const { cut } = await drain(server, { timeout: 15_000 })
  process.exit(cut === 0 ? 0 : 1)
})
