import { answer, type NearMisses } from './near-miss.ts'

const at9 = 'Sat, 21 Nov 2026 09:00:00 GMT'
const justBefore = 'Sat, 21 Nov 2026 08:59:59 GMT'
/** Before 1970 milliseconds are negative: less than the 0 that somebody may take for nothing. */
const longAgo = 'Wed, 31 Dec 1969 23:59:59 GMT'

const ended = (status: string, date = at9): string => answer(status, `Sunset: ${justBefore}`, `Date: ${date}`)
const ends = (sunset: string, deprecation: string): string =>
  answer('200 OK', `Deprecation: ${deprecation}`, `Sunset: ${sunset}`)

export const deprecation: NearMisses = {
  '8594-3-grammar': {
    breaks: [
      answer('200 OK', 'Sunset: Saturday, 21-Nov-26 09:00:00 GMT'),
      answer('200 OK', `Sunset: ${at9}`, `Sunset: ${at9}`),
      answer('410 Gone', 'Sunset:'),
    ],
    passes: [answer('200 OK', `Sunset: ${at9}`), answer('410 Gone', `Sunset: ${longAgo}`)],
  },
  '8594-3-future': {
    breaks: [ended('200 OK'), ended('304 Not Modified')],
    passes: [
      ended('200 OK', justBefore),
      // What has ended may be redirected, or be gone (RFC 8594 §3).
      ended('301 Moved Permanently'),
      ended('410 Gone'),
      ended('200 OK', 'now'),
      `# as is\n${answer('200 OK', `Sunset: ${longAgo}`)}`,
    ],
  },
  '9745-2.1-date': {
    breaks: [answer('200 OK', 'Deprecation: @1795251600.0'), answer('200 OK', 'Deprecation: @1', 'Deprecation: @1')],
    passes: [answer('200 OK', 'Deprecation: @-1'), answer('200 OK', 'Deprecation: @1;why="v2"')],
  },
  '9745-4-sunset-not-earlier': {
    breaks: [ends(justBefore, '@1795251600'), ends(longAgo, '@0')],
    passes: [ends(at9, '@1795251600'), ends('never', '@1795251600'), ends(longAgo, 'true')],
  },
}
