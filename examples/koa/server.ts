// npm run build && npx tsx examples/koa/server.ts
import { createApp } from './app.ts'

const { PORT = '3000', WAREHOUSE } = process.env

createApp({ warehouse: WAREHOUSE }).listen(Number(PORT), () => {
  console.log(`The orders API on Koa: http://localhost:${PORT}/orders`)
})
