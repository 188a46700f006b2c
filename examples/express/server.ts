// npm run build && npx tsx examples/express/server.ts
import { createApp } from './app.ts'

const { PORT = '3000', WAREHOUSE } = process.env

createApp({ warehouse: WAREHOUSE }).listen(Number(PORT), () => {
  console.log(`The orders API on Express: http://localhost:${PORT}/orders`)
})
