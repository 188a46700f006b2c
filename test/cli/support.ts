import { createServer, type Server as HttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { main } from '../../cli/main.ts'
import type { Report } from '../../cli/report/report.ts'

/** What a run of the command line wrote, and how it ended. */
export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as a program would, on streams that are no terminals. */
export async function run(...argv: readonly string[]): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const code = await main(argv, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  })
  return { code, stdout, stderr }
}

/** `audit` with what makes it quick. */
export function audit(url: string, ...options: readonly string[]): Promise<Run> {
  return run('audit', url, '--rate', '10000', ...options)
}

/** The members of the JSON report that tests look at. */
export interface JsonReport extends Omit<Report, 'obeyed' | 'stopped'> {
  readonly format: number
  readonly ok: boolean
  readonly stopped: string | null
  readonly counts: { readonly must: number; readonly should: number; readonly advice: number }
  readonly obeyed: readonly string[]
}

export async function auditJson(url: string, ...options: readonly string[]): Promise<Run & { report: JsonReport }> {
  const result = await audit(url, '--json', ...options)
  if (result.stdout === '') throw new Error(`No report: ${result.stderr}`)
  return { ...result, report: JSON.parse(result.stdout) as JsonReport }
}

/** A server of Node for the time of the test; gives its URL. */
export async function serve(listener: RequestListener): Promise<string> {
  const server: HttpServer = createServer(listener)
  return `http://127.0.0.1:${await listen(server)}`
}

/** A server that does with a connection whatever it likes. */
export async function serveTcp(onSocket: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    onSocket(socket)
  })
  return `http://127.0.0.1:${await listen(server)}`
}

/** A server that answers every request with the same bytes, and then does something. */
export function answering(bytes: string, then: (socket: Socket) => void = () => {}): Promise<string> {
  return serveTcp((socket) => {
    socket.on('data', () => {
      socket.write(bytes, 'latin1')
      then(socket)
    })
  })
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
