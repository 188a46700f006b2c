import type { ResponderOptions } from '../../src/respond/index.ts'
import type { ConformFramework } from '../node/conform/conform.ts'
import { logEvent } from '../node/report.ts'
import type { SharedOptions } from '../node/shared-options.ts'
import { routedMethods, routerOf } from './routes.ts'
import type { ExpressRequest } from './types.ts'

/** What Express has to say of its requests. */
export const express: ConformFramework<ExpressRequest> = {
  // An Express request is its IncomingMessage, whose type the application knows better.
  viewOf: (req) => req,
  translate: (options) => options as ResponderOptions,
  log: logEvent,
  routedMethods,
  routeOf(req) {
    const pattern = req.route?.path
    return typeof pattern === 'string' ? `${req.baseUrl ?? ''}${pattern}` : (req.originalUrl.split('?', 1)[0] ?? '')
  },
  // Express has a page of its own for what nobody answers: who leaves problems() out wants that.
  isPlaceholder: () => false,
  isUnrouted: () => false,
  prototypeOf: ({ app }) => app?.response,
  problemsOf(req) {
    let { app } = req
    for (; app !== undefined; app = app.parent) {
      const options = mountedOn(app)
      if (options !== undefined) return options
    }
    return undefined
  },
}

/** The options of each problems(), by the handler that knows it in a router. */
export const mounted: WeakMap<object, SharedOptions<ExpressRequest>> = new WeakMap()

function mountedOn(app: object): SharedOptions<ExpressRequest> | undefined {
  try {
    const { stack }: { stack?: unknown } = Object(routerOf(app))
    for (const layer of Array.isArray(stack) ? stack : []) {
      const options = typeof layer?.handle === 'function' ? mounted.get(layer.handle) : undefined
      if (options !== undefined) return options
    }
  } catch {
    // A router that is not as Express makes it.
  }
  return undefined
}
