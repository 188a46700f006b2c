import type { IncomingMessage } from 'node:http'
import type { NodeResponse } from '../write.ts'
import { Auditor } from './auditor.ts'
import { observe } from './observe.ts'
import { type AuditOptions, readAuditOptions } from './options.ts'
import { answerPage, isForPage } from './page.ts'
import { warn } from './print.ts'
import { Room } from './room.ts'

/** The pattern of the route that answered, when the response is over; undefined where the framework knows none. */
type RouteOf<Request> = (request: Request) => string | undefined

/** Watches one exchange. Whether it has answered, because the request is for the page. */
export type BeginAudit<Request> = (request: Request, req: IncomingMessage, res: NodeResponse) => boolean

/** Bytes of content that are kept of one response, and of all that are under way. */
const ROOM = [1 << 18, 1 << 25] as const

/**
 * What audit() is on every framework.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 */
export function createAudit<Request extends { readonly originalUrl?: unknown }>(
  routeOf: RouteOf<Request>,
  options: AuditOptions<Request>,
): BeginAudit<Request> {
  const checked = readAuditOptions(options)
  const auditor = new Auditor(checked)
  const room = new Room(...ROOM)
  let isBlind = false

  return (request, req, res) => {
    if (checked.page !== undefined && isForPage(req, checked.page)) {
      void answerPage(req, res, () => auditor.page())
      return true
    }
    // What was begun before cannot be seen whole.
    if (res.headersSent) return false
    const { originalUrl = req.url } = request
    const isSeen = observe(req, res, String(originalUrl), room, (exchange) =>
      auditor.look(exchange, request, () => routeOf(request)),
    )
    if (!isSeen && !isBlind) warn('Responses of this kind cannot be watched')
    isBlind ||= !isSeen
    return false
  }
}
