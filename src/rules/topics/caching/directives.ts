import type { ExchangeView } from '../../exchange-view.ts'
import { brief, type Fault, fault, quoted } from '../../fault.ts'
import {
  type CacheDirective,
  directiveText,
  parseCacheControl,
  parseDeltaSeconds,
} from '../../grammar/cache-control.ts'
import { splitOutsideQuotes } from '../../grammar/lists.ts'
import type { Level, Rule } from '../../rule.ts'

const SECONDS: ReadonlySet<string> = new Set(['max-age', 's-maxage', 'stale-if-error', 'stale-while-revalidate'])
const BARE: ReadonlySet<string> = new Set([
  'immutable',
  'must-revalidate',
  'must-understand',
  'no-store',
  'no-transform',
  'proxy-revalidate',
  'public',
])
const OF_REQUESTS: ReadonlySet<string> = new Set(['max-stale', 'min-fresh', 'only-if-cached'])

/** The grammar of Cache-Control and of its directives. */
export const directiveRules: readonly Rule[] = [
  {
    id: '9111-5.2-cache-control-grammar',
    level: 'MUST NOT',
    rfc: '9111',
    section: '5.2',
    topic: 'caching',
    statement: 'Cache-Control is a list of directives with commas between: token, token=token or token="text".',
    fields: ['cache-control'],
    check({ response }) {
      for (const line of response.all('cache-control')) {
        const elements = splitOutsideQuotes(line, ',')
        if (line !== '' && elements.includes('')) return wrong(response, 'an element of the list is empty')
      }
      const [element] = parseCacheControl(response.list('cache-control')).wrong
      return element === undefined ? undefined : wrong(response, `${quoted(element)} is not a directive`)
    },
    remedy: "Write directives with commas between and without blanks: res.set('Cache-Control', 'private, max-age=60').",
  },
  tokenForm('max-age', '5.2.2.1'),
  tokenForm('s-maxage', '5.2.2.10'),
  quotedForm('no-cache', '5.2.2.4'),
  quotedForm('private', '5.2.2.7'),
  directive(
    '9111-1.2.2-delta-seconds-grammar',
    'MUST NOT',
    '1.2.2',
    'A lifetime in Cache-Control is a whole number of seconds, in digits.',
    ({ name, value }) => SECONDS.has(name) && parseDeltaSeconds(value) === undefined,
    ({ name }) => `${name} takes digits only: no sign, fraction or unit; caches may take the response as stale.`,
    'Round the seconds up to an integer that is not negative, or leave the directive out.',
  ),
  directive(
    '9111-5.2-directives-without-argument',
    'advice',
    '5.2',
    'Directives such as no-store, public and must-revalidate have no argument.',
    ({ name, value }) => BARE.has(name) && value !== undefined,
    ({ name }) => `${name} takes no argument, and caches may not know it with one.`,
    'Write the directive alone.',
  ),
  directive(
    '9111-5.2-unidirectional',
    'advice',
    '5.2',
    'Directives of requests are not sent in responses.',
    ({ name }) => OF_REQUESTS.has(name),
    ({ name }) => `${name} is a directive for requests and says nothing in a response.`,
    'Make Cache-Control of what the response needs; never copy that of the request.',
  ),
  {
    id: '9111-5.2.2.3-must-understand-with-no-store',
    level: 'SHOULD',
    rfc: '9111',
    section: '5.2.2.3',
    topic: 'caching',
    statement: 'With must-understand comes no-store, for caches that do not know it.',
    covers: ['9111-5.2.2.3-must-understand'],
    fields: ['cache-control'],
    decidedBy: 'application',
    applies: ({ response }) => response.hasDirective('must-understand'),
    check: ({ response }) =>
      response.hasDirective('no-store')
        ? undefined
        : fault(
            'Caches that do not know must-understand store the response although they may not understand its status.',
            `${response.line}\n${response.show('cache-control')}`,
          ),
    remedy: "Send both: res.set('Cache-Control', 'must-understand, no-store, max-age=60').",
  },
  {
    id: '9111-4.2.1-no-duplicate-or-conflicting-directives',
    level: 'advice',
    rfc: '9111',
    section: '4.2.1',
    topic: 'caching',
    statement: 'Cache-Control does not contradict itself.',
    fields: ['cache-control'],
    decidedBy: 'application',
    check({ response }) {
      const why = contradiction(response.cacheControl)
      if (why === undefined) return undefined
      return fault(`Cache-Control contradicts itself: ${why}.`, `${response.line}\n${response.show('cache-control')}`)
    },
    remedy: 'Set Cache-Control in one place; a later handler replaces it and does not append to it.',
  },
]

function wrong(response: ExchangeView['response'], why: string): Fault {
  return fault(
    `Cache-Control can't be read as a list of directives with commas between: ${why}.`,
    `${response.line}\n${response.show('cache-control')}`,
  )
}

/** A rule that looks at each directive by itself. */
function directive(
  id: string,
  level: Level,
  section: string,
  statement: string,
  isWrong: (directive: CacheDirective) => boolean,
  why: (directive: CacheDirective) => string,
  remedy: string,
): Rule {
  return {
    id,
    level,
    rfc: '9111',
    section,
    topic: 'caching',
    statement,
    fields: ['cache-control'],
    decidedBy: 'application',
    check({ response }) {
      const found = response.cacheControl.find(isWrong)
      if (found === undefined) return undefined
      return fault(
        `${quoted(directiveText(found))}: ${why(found)}`,
        `${response.line}\n${response.show('cache-control')}`,
      )
    },
    remedy,
  }
}

function tokenForm(name: string, section: string): Rule {
  return directive(
    `9111-${section}-${name}-token-form`,
    'MUST NOT',
    section,
    `The seconds of ${name} are written without quotes.`,
    (one) => one.name === name && one.quoted && parseDeltaSeconds(one.value) !== undefined,
    () => `${name} is written without quotes.`,
    `Write ${name}=60.`,
  )
}

function quotedForm(name: string, section: string): Rule {
  return directive(
    `9111-${section}-${name}-quoted-argument`,
    'SHOULD NOT',
    section,
    `The field names of ${name} are written in quotes, also where there is only one.`,
    (one) => one.name === name && one.value !== undefined && !one.quoted,
    ({ value }) => `the argument of ${name} is written in quotes: ${name}=${quoted(String(value))}.`,
    `Write ${name}="Set-Cookie", or ${name} alone for the whole response.`,
  )
}

function contradiction(directives: readonly CacheDirective[]): string | undefined {
  const names = new Set(directives.filter(({ value }) => value === undefined).map(({ name }) => name))
  if (names.has('public') && names.has('private')) return 'it is public and private'
  if (names.has('public') && names.has('no-store') && !names.has('must-understand'))
    return 'public lets caches store it, no-store does not'
  const seconds = new Map<string, number>()
  for (const { name, value } of directives) {
    const given = name === 'max-age' || name === 's-maxage' ? parseDeltaSeconds(value) : undefined
    if (given === undefined) continue
    if (given > 0 && names.has('no-store') && !names.has('must-understand'))
      return `no-store keeps caches from storing it, ${name}=${brief(String(value))} says for how long`
    const before = seconds.get(name)
    if (before !== undefined && before !== given) return `${name} is both ${before} and ${given}`
    seconds.set(name, given)
  }
  return undefined
}
