import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type express from 'express'

export type Express = typeof express

/** One version of Express under test. `wildcard` is how it writes a path that anything matches. */
export interface Version {
  readonly name: string
  readonly major: 4 | 5
  readonly wildcard: string
  readonly express: Express
}

export const versions: readonly Version[] = await Promise.all([
  version('Express 4', 4, 'express4'),
  version('Express 5.0', 5, 'express50'),
  version('Express 5.1', 5, 'express51'),
  version('Express 5.2', 5, 'express52'),
  version('Express 5.3', 5, 'express'),
])

// Installed under aliases and without types. What tests use of them is the same in all.
async function version(name: string, major: 4 | 5, alias: string): Promise<Version> {
  const { default: framework } = (await import(alias)) as { default: Express }
  return { name, major, wildcard: major === 4 ? '*' : '/{*any}', express: framework }
}

/** Sends a request through an application. Gives it back when nothing in there has answered, rejects with an error. */
export function passThrough(app: express.Application, target: string, method = 'DELETE'): Promise<IncomingMessage> {
  const req = Object.assign(new IncomingMessage(new Socket()), { method, url: target })
  const res = new ServerResponse(req)
  // An application is middleware, too, which its type tells only of some.
  const run = app as unknown as (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void
  return new Promise((resolve, reject) => run(req, res, (error) => (error ? reject(error) : resolve(req))))
}
