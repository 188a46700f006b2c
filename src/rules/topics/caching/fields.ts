import { fault, quoted } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import { type Member, parseDictionary } from '../../grammar/structured-fields.ts'
import type { Rule } from '../../rule.ts'

/** The other fields about caching. */
export const fieldRules: readonly Rule[] = [
  {
    id: '9111-5.1-age-grammar',
    level: 'MUST NOT',
    rfc: '9111',
    section: '5.1',
    topic: 'caching',
    statement: 'Age is one whole number of seconds, in digits.',
    fields: ['age'],
    check({ response }) {
      const values = response.all('age')
      if (values.length === 1 && values.every(isDigits)) return undefined
      const what = values.length === 1 ? `${quoted(values.join())} is not` : `there are ${values.length} of them`
      return fault(`Age is one number in digits, but ${what}.`, `${response.line}\n${response.show('age')}`)
    },
    remedy: 'Leave Age to caches; a handler that passes on what an upstream sent drops it.',
  },
  {
    id: '9111-5.3-expires-http-date',
    level: 'MUST NOT',
    rfc: '9111',
    section: '5.3',
    topic: 'caching',
    statement: 'Expires is an HTTP-date such as "Thu, 01 Jan 1970 00:00:00 GMT", not 0 or -1.',
    fields: ['expires'],
    check({ response }) {
      const wrong = response.all('expires').find((value) => parseHttpDate(value) === undefined)
      if (wrong === undefined) return undefined
      return fault(
        `Expires is not an HTTP-date: ${quoted(wrong)}. A response that is not to be reused says Cache-Control: no-cache, or no-store.`,
        `${response.line}\n${response.show('expires')}`,
      )
    },
    remedy: "res.set('Cache-Control', 'no-store') needs no Expires; else new Date(time).toUTCString() writes the form.",
  },
  {
    id: '9111-5.4-pragma-in-response-pointless',
    level: 'advice',
    rfc: '9111',
    section: '5.4',
    topic: 'caching',
    statement: 'Pragma in a response has no meaning: Cache-Control says what caches may do.',
    covers: ['9111-5.4-pragma-response'],
    fields: ['pragma'],
    decidedBy: 'application',
    check: ({ response }) =>
      response.has('cache-control')
        ? undefined
        : fault(
            'Pragma tells caches nothing in a response, and there is no Cache-Control that does.',
            `${response.line}\n${response.show('pragma')}`,
          ),
    remedy: "Send res.set('Cache-Control', 'no-store') instead.",
  },
  {
    id: '9111-5.5-warning-obsolete',
    level: 'advice',
    rfc: '9111',
    section: '5.5',
    topic: 'caching',
    statement: 'Warning is obsolete.',
    fields: ['warning'],
    decidedBy: 'application',
    // Old caches and proxies still add it.
    check: ({ response }) =>
      response.has('age') || response.has('via')
        ? undefined
        : fault('Warning is obsolete: no client looks at it.', `${response.line}\n${response.show('warning')}`),
    remedy: 'Leave Warning out; say what clients should know in the content, or in Deprecation and Sunset.',
  },
  {
    id: '9213-2.1-cdn-cache-control-structured',
    level: 'MUST NOT',
    rfc: '9213',
    section: '2.1',
    topic: 'caching',
    statement:
      'CDN-Cache-Control is a structured dictionary: max-age=60 and no-store, without quotes and other values.',
    fields: ['cdn-cache-control'],
    check({ response }) {
      const dictionary = parseDictionary(response.get('cdn-cache-control') ?? '')
      const why = dictionary === undefined ? 'it is not a structured dictionary' : wrongMember(dictionary)
      if (why === undefined) return undefined
      return fault(
        `CDN-Cache-Control can't be used: ${why}.`,
        `${response.line}\n${response.show('cdn-cache-control')}`,
      )
    },
    remedy: "Write it in lower case and without quotes: res.set('CDN-Cache-Control', 'max-age=600').",
  },
]

const INTEGERS: ReadonlySet<string> = new Set(['max-age', 's-maxage', 'stale-if-error', 'stale-while-revalidate'])
const BOOLEANS: ReadonlySet<string> = new Set([
  'must-revalidate',
  'must-understand',
  'no-store',
  'no-transform',
  'public',
])

function wrongMember(dictionary: ReadonlyMap<string, Member>): string | undefined {
  for (const [key, member] of dictionary) {
    if (INTEGERS.has(key) && (member.type !== 'integer' || member.value < 0))
      return `${key} takes a whole number of seconds without quotes`
    if (BOOLEANS.has(key) && member.type !== 'boolean') return `${key} takes no value`
  }
  return undefined
}
