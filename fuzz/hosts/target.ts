import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { HostName } from './names.ts'

/** A server that is being tested. */
export interface Target {
  readonly name: string
  readonly port: number
  /** What has gone wrong in it since this was last asked. */
  faults(): string[]
  /** Starts it again, where it is gone. */
  revive(): Promise<void>
  close(): Promise<void>
}

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))
const TSCONFIG = fileURLToPath(new URL('tsconfig.json', import.meta.url))

/** Starts a host in a process of its own. */
export async function startHost(name: HostName): Promise<Target> {
  let host = await start(name)
  return {
    name,
    get port() {
      return host.port
    },
    faults: () => host.faults.splice(0),
    async revive() {
      if (host.isGone()) host = await start(name)
    },
    close: () => host.close(),
  }
}

interface Running {
  readonly port: number
  readonly faults: string[]
  isGone(): boolean
  close(): Promise<void>
}

async function start(name: HostName): Promise<Running> {
  const child = fork(CHILD, [name], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TSX_TSCONFIG_PATH: TSCONFIG, NODE_OPTIONS: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const faults: string[] = []
  let isClosing = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!isClosing) faults.push(`The process ended: ${signal ?? `exit code ${code}`}`)
      resolve()
    })
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (!EXPECTED.test(text)) faults.push(`It printed: ${text}`)
    })
  }
  const port = await listening(child, faults)
  return {
    port,
    faults,
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    async close() {
      isClosing = true
      child.kill('SIGKILL')
      await ended
    },
  }
}

function listening(child: ChildProcess, faults: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { readonly port?: number; readonly fault?: string }) => {
      if (message.port !== undefined) resolve(message.port)
      if (message.fault !== undefined) faults.push(message.fault)
    })
    child.once('exit', () => reject(new Error(`The server did not start: ${faults.join('\n')}`)))
  })
}

/** The warning of what the examples do on purpose, once per process. */
const EXPECTED = /^statuswise: 509 \(.*\n$/
