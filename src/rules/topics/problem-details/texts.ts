import { statusOf } from '../../../status/index.ts'
import type { RequestView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { findStackTrace } from '../../grammar/stack-traces.ts'
import type { Rule } from '../../rule.ts'
import { isProblem, problemOf, problemRule, REGISTERED_TYPES } from '../../shared/problem-document.ts'
import { statusOfType } from './registered-types.ts'

/** What a problem says, in words and names (RFC 9457 §3 and §4). */
export const textRules: readonly Rule[] = [
  {
    ...problemRule,
    id: '9457-4.2.1-about-blank-title',
    level: 'SHOULD',
    section: '4.2.1',
    statement:
      'Without a type, or with about:blank, the title is the phrase of the status code, or a translation of it.',
    applies: isProblem,
    check: (exchange) => {
      const { type = BLANK, title, language } = problemOf(exchange) ?? {}
      const { status } = exchange.response
      const phrase = statusOf(status)?.phrase
      if (title === undefined || type !== BLANK || phrase === undefined) return undefined
      const lowerTitle = title.toLowerCase()
      if (lowerTitle === phrase.toLowerCase() || FORMER_PHRASES.get(status)?.includes(lowerTitle)) return undefined
      if (!isEnglish(title, language)) return undefined
      return fault(
        `The title of a problem without a type is ${quoted(title)}; it is to be "${phrase}", and what is special about the case belongs in detail.`,
        `${exchange.response.line}\n\ntitle: ${title}`,
      )
    },
    remedy:
      "throw new NotFound('No order 42'), which makes it the detail; another title needs a type: { type: 'https://…', title: '…' }.",
  },
  {
    ...problemRule,
    id: '9457-3.1.3-title-stable',
    level: 'SHOULD NOT',
    section: '3.1.3',
    statement:
      'The title is the same each time that a type occurs, except for its language; what differs belongs in detail.',
    needs: ['content', 'earlier'],
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const { type = BLANK, title, language } = problemOf(exchange) ?? {}
      if (title === undefined || type === BLANK) return undefined
      const other = exchange.earlier
        .filter(({ request }) => isSameReader(request, exchange.request))
        .map(problemOf)
        .find((one) => one?.type === type && one.language === language && (one.title ?? title) !== title)
      if (other === undefined) return undefined
      return fault(
        `The title of the type ${quoted(type)} was another one before: it names the kind of problem, not the case.`,
        `title: ${other.title}\ntitle: ${title}`,
      )
    },
    remedy: "createProblem(409, { type: '…', title: 'Stale cart', detail: 'Cart 7 was changed' }).",
  },
  {
    ...problemRule,
    id: '9457-3.1.4-detail-helpful',
    level: 'advice',
    section: '3.1.4',
    statement: 'The detail helps the client to mend the problem; it does not help to debug the server.',
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const trace = findStackTrace(problemOf(exchange)?.detail ?? '')
      return trace === undefined
        ? undefined
        : fault('The detail holds a stack trace, which is of no use to the client and of much to attackers.', trace)
    },
    remedy: 'throw new InternalServerError({ cause: error }): message and stack go to the log, not to the client.',
  },
  {
    ...problemRule,
    id: '9457-4-extension-naming',
    level: 'SHOULD',
    section: '4',
    statement: 'The name of an extension has three characters or more: a letter, then letters, digits and "_".',
    covers: ['9457-3.2-xml-name'],
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const problem = problemOf(exchange)
      if (problem === undefined || problem.type?.startsWith(REGISTERED_TYPES)) return undefined
      const name = problem.extensions.find((extension) => !/^[A-Za-z][A-Za-z0-9_]{2,}$/.test(extension))
      if (name === undefined) return undefined
      return fault(
        `The extension ${quoted(name)} is not named by a letter and two or more letters, digits or "_", as all formats can have it.`,
        quoted(name, 200),
      )
    },
    remedy: 'createProblem(409, { extensions: { request_id: … } }).',
  },
  {
    ...problemRule,
    id: '9457-4.2-status-recommended',
    level: 'advice',
    section: '4.2',
    statement: 'A registered problem type goes with the status code that its specification names.',
    applies: isProblem,
    check: (exchange) => {
      const { type = BLANK } = problemOf(exchange) ?? {}
      const expected = statusOfType.get(type)
      const { response } = exchange
      if (expected === undefined || expected === response.status) return undefined
      return fault(
        `The type ${quoted(type, 90)} goes with ${expected}, but the status is ${response.status}.`,
        `${response.line}\n\ntype: ${type}`,
      )
    },
    remedy: 'throw createProblem(429, { type: … }) with the status of the type.',
  },
]

/** What a problem without a type counts as (RFC 9457 §4.2.1). */
const BLANK = 'about:blank'

/** What RFC 2616, RFC 4918 and RFC 7231 to 7233 had as phrases, in lower case: many servers have them still. */
const FORMER_PHRASES: ReadonlyMap<number, readonly string[]> = new Map([
  [302, ['moved temporarily']],
  [408, ['request time-out']],
  [413, ['payload too large', 'request entity too large']],
  [414, ['request-uri too long', 'request-uri too large']],
  [416, ['requested range not satisfiable']],
  [422, ['unprocessable entity']],
  [504, ['gateway time-out']],
])

/** Words of phrases that other languages hardly have. */
const ENGLISH =
  /\b(?:not|found|bad|request|invalid|failed|failure|missing|required|cannot|unable|too|wrong|the|is|of|entity|payload|unauthorized)\b/i

/** Whether a title is no translation: it says so, or has words that are English and only ASCII. */
function isEnglish(title: string, language: string | undefined): boolean {
  if (language !== undefined) return /^en(?:-[A-Za-z0-9-]*)?$/i.test(language)
  return /^[ -~]*$/.test(title) && ENGLISH.test(title)
}

/** Whether another title can't be explained by who asked, or in which language. */
function isSameReader(one: RequestView, other: RequestView): boolean {
  const names = ['accept-language', 'cookie', 'authorization', 'host', 'user-agent']
  return names.every((name) => one.get(name) === other.get(name)) && queryOf(one) === queryOf(other)
}

/** It may choose a language. */
function queryOf({ target }: RequestView): string {
  return target.replace(/[^?]*/, '')
}
