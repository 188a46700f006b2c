import type express from 'express'
import type Koa from 'koa'
import { type AuditEvent, type AuditOptions, audit as auditOnExpress, conform } from 'statuswise/express'
import { audit as auditOnKoa, conform as conformOnKoa } from 'statuswise/koa'
import { observe } from '../../adapters/node/audit/observe.ts'
import { Room } from '../../adapters/node/audit/room.ts'
import type { NodeResponse } from '../../adapters/node/write.ts'
import type { Exchange } from '../../src/rules/index.ts'
import type { AnyRequest, TestApp } from './frameworks.ts'

export type Audited = AuditEvent<AnyRequest>

/** Mounts middleware on an application of either family, in this order. */
export interface Mount {
  express(app: express.Express): void
  koa(app: Koa): void
}

export function auditMount(options: AuditOptions<AnyRequest> = {}): Mount {
  return {
    express: (app) => void app.use(auditOnExpress<express.Request>(options)),
    koa: (app) => void app.use(auditOnKoa(options as never) as unknown as Koa.Middleware),
  }
}

/** audit() whose events are kept. */
export function notingMount(options: AuditOptions<AnyRequest> = {}): {
  readonly mount: Mount
  readonly events: Audited[]
} {
  const events: Audited[] = []
  return { mount: auditMount({ onViolation: (event) => void events.push(event), ...options }), events }
}

export const conformMount: Mount = {
  express: (app) => void app.use(conform({ onMend: () => {} })),
  koa: (app) => void app.use(conformOnKoa({ onMend: () => {} }) as unknown as Koa.Middleware),
}

/** What observe() tells of each exchange, in the order in which they ended. */
export function observeMount(exchanges: Exchange[], room: Room = new Room(1 << 18, 1 << 25)): Mount {
  const take = async (exchange: Exchange): Promise<void> => void exchanges.push(exchange)
  return {
    express: (app) =>
      void app.use((req, res, next) => {
        observe(req, res as unknown as NodeResponse, req.originalUrl, room, take)
        next()
      }),
    koa: (app) =>
      void app.use((ctx, next) => {
        observe(ctx.req, ctx.res as NodeResponse, ctx.originalUrl, room, take)
        return next()
      }),
  }
}

/** An application with middleware in front of everything. */
export function mounted(app: TestApp, mounts: readonly Mount[]): TestApp {
  return {
    ...app,
    conform: undefined,
    setup: {
      express(server, framework) {
        for (const mount of mounts) mount.express(server)
        app.setup?.express?.(server, framework)
      },
      koa(server) {
        for (const mount of mounts) mount.koa(server)
        app.setup?.koa?.(server)
      },
    },
  }
}
