import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type express from 'express'
import type Koa from 'koa'
import { afterAll } from 'vitest'
import type { Handler } from './frameworks.ts'

/** A handler that uses Express's own methods. */
export function byExpress(write: (res: express.Response, req: express.Request) => unknown): Handler {
  return ({ express }) => express && write(express.res, express.req)
}

/** A handler that uses Koa's own methods. */
export function byKoa(write: (ctx: Koa.Context) => unknown): Handler {
  return ({ ctx }) => ctx && write(ctx)
}

/** A handler that writes to the session first, if there is one. */
export function visiting(write: Handler): Handler {
  return (io) => {
    const session: unknown = Reflect.get(io.ctx ?? io.req, 'session')
    if (session) Object.assign(session, { seen: true })
    return write(io)
  }
}

/** A folder with these files in it, all of the same content, until the tests of the file are over. */
export function folder(names: readonly string[], content: string): string {
  const root = mkdtempSync(join(tmpdir(), 'statuswise-'))
  afterAll(() => rmSync(root, { recursive: true }))
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}
