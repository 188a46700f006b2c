import { isText } from '../../src/recognize/index.ts'

/** What of a request tells which path was routed, and by which application. Express sets all but `url`. */
export interface RoutedRequest {
  readonly url?: unknown
  /** What the routers around the present place have taken off the path of `url`. */
  readonly baseUrl?: unknown
  readonly originalUrl?: unknown
  readonly app?: unknown
}

/** What an application tells about where it is mounted. */
export interface MountedApp {
  readonly parent?: MountedApp | undefined
  readonly mountpath?: unknown
}

/** Where a request stands in an application, both as the application's own router sees it. */
export interface Standing {
  /** The path, or the two that it may be, where nothing tells which. */
  readonly paths: readonly string[]
  /** The part of it that mount paths have taken off. */
  readonly mount: string
}

/**
 * The path that the router of an application had to route.
 *
 * @param entryBaseUrl `req.baseUrl` as it was when the request entered the application, if known.
 * @returns undefined where it is in doubt.
 */
export function standing(req: RoutedRequest, app: MountedApp, entryBaseUrl?: string): Standing | undefined {
  const { baseUrl = '' } = req
  if (!isText(baseUrl)) return undefined
  const entry = entryBaseUrl ?? entryOf(app, baseUrl)
  const rest = pathOf(req.url)
  if (entry === undefined || rest === undefined || !`${baseUrl}/`.startsWith(`${entry}/`)) return undefined
  const original = pathOf(req.originalUrl)
  // Where slashes are doubled, Express 4 takes one off with a mount path, also with an empty one, and leaves no trace.
  if (original?.includes('//')) return undefined
  // A mount path of Express 4 may end before a dot, which then gets a slash.
  const full = baseUrl + rest
  if (full.includes('/.') && full !== original && full !== `${original}/`) return undefined
  const mount = baseUrl.slice(entry.length)
  if (mount === '') return { paths: [rest], mount }
  if (rest !== '/') return { paths: [mount + rest], mount }
  // Routers make an empty rest '/': only the original target tells whether there was one.
  if (original === baseUrl) return { paths: [mount], mount }
  if (original === `${baseUrl}/`) return { paths: [`${mount}/`], mount }
  return { paths: [mount, `${mount}/`], mount }
}

const ORIGIN_FORM = /^(\/[^?#\s]*)(?:\?[^#\s]*)?$/
// The characters left out are those that url.parse(), which Express asks here, escapes or takes for others.
const ABSOLUTE_FORM = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(\/[^?#\s{}|\\^`<>"']*)?(?:\?[^#\s]*)?$/i

/** The path of a request target (RFC 9112 §3.2), as Express reads it; undefined for forms without, and for the odd. */
function pathOf(target: unknown): string | undefined {
  if (!isText(target)) return undefined
  const match = ORIGIN_FORM.exec(target) ?? ABSOLUTE_FORM.exec(target)
  return match === null ? undefined : (match[1] ?? '/')
}

/** The part of `baseUrl` that leads to an application: as many segments as the mount paths of it and its parents have. */
function entryOf(app: MountedApp, baseUrl: string): string | undefined {
  const segments = segmentsOf(baseUrl)
  const [end, ...others] = new Set(mountEnds(app, segments))
  return end === undefined || others.length > 0
    ? undefined
    : segments
        .slice(0, end)
        .map((one) => `/${one}`)
        .join('')
}

function mountEnds({ parent, mountpath }: MountedApp, segments: readonly string[]): readonly number[] {
  if (parent === undefined) return [0]
  const mounts = [mountpath].flat(Infinity).map(mountSegments)
  return mountEnds(parent, segments).flatMap((start) =>
    mounts.flatMap((mount) => {
      const end = start + mount.length
      const leads = end <= segments.length && mount.every((one, index) => isSegment(one, segments[start + index]))
      return leads ? [end] : []
    }),
  )
}

// What else a mount path may hold (wildcards, optional parts, patterns) has no fixed number of segments.
const PLAIN_SEGMENT = /^[\w.~%:-]+$/

function mountSegments(mountpath: unknown): readonly string[] {
  const segments = isText(mountpath) ? segmentsOf(mountpath) : [undefined]
  return segments.map((one) => {
    if (one === undefined || !PLAIN_SEGMENT.test(one)) throw new TypeError('a mount path without a fixed length')
    return one
  })
}

function isSegment(mount: string, segment: string | undefined): boolean {
  return mount.includes(':') || mount.toLowerCase() === segment?.toLowerCase()
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '')
}
