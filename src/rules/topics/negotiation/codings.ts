import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { admitsIdentity, canonicalCoding, codingFor, parseAcceptEncoding, weightOf } from '../../grammar/accept.ts'
import type { Rule } from '../../rule.ts'

const coded = { rfc: '9110', topic: 'negotiation', fields: ['content-encoding'] } as const

const REMEDY = 'Let compression (Express) or koa-compress choose the coding by Accept-Encoding.'

/** How a coding came to be sent that the client did not ask for. */
type Mistake = 'empty' | 'refused' | 'unlisted' | 'x-gzip' | 'x-compress'

/** Accept-Encoding says which codings the client can read. */
export const codingRules: readonly Rule[] = [
  rule('9110-12.5.3-ae-listed-nonzero', 'advice', '12.5.3', 'refused', 'A coding with the weight 0 is not used.'),
  rule(
    '9110-12.5.3-ae-empty',
    'advice',
    '12.5.3',
    'empty',
    'An empty Accept-Encoding asks for content without any coding.',
  ),
  rule(
    '9110-12.5.3-ae-none-acceptable-identity',
    'SHOULD',
    '12.5.3',
    'unlisted',
    'Content is not coded where Accept-Encoding lists no coding that there is.',
  ),
  rule('9110-8.4.1.3-x-gzip-alias', 'SHOULD', '8.4.1.3', 'x-gzip', 'In requests x-gzip means gzip.'),
  rule('9110-8.4.1.1-x-compress-alias', 'SHOULD', '8.4.1.1', 'x-compress', 'In requests x-compress means compress.'),
  {
    ...coded,
    id: '9110-12.5.3-ae-highest-q',
    level: 'advice',
    section: '12.5.3',
    statement: 'Of several codings the one with the highest weight is used.',
    needs: ['earlier'],
    applies: ({ request }) => request.has('accept-encoding'),
    check: (exchange) => {
      const { request, response } = exchange
      const codings = parseAcceptEncoding(request.get('accept-encoding')) ?? []
      const weigh = (coding: string): number => {
        const member = codingFor(codings, coding)
        return (member && weightOf(member)) ?? 0
      }
      const used = onlyCodingOf(exchange)
      // What is not wanted at all is for the other rules.
      if (used === undefined || weigh(used) === 0) return undefined
      const isBetter = (offered: string | undefined): boolean => offered !== undefined && weigh(offered) > weigh(used)
      const before = exchange.before(
        (earlier) => earlier.response.status === response.status && isBetter(onlyCodingOf(earlier)),
      )
      if (before === undefined) return undefined
      return fault(
        `The coding is ${quoted(used)}, though ${quoted(String(onlyCodingOf(before)))} is there and wanted more.`,
        `${request.show('accept-encoding')}\n${response.show('content-encoding')}`,
      )
    },
    remedy: REMEDY,
  },
]

function rule(id: string, level: Rule['level'], section: string, mistake: Mistake, statement: string): Rule {
  return {
    ...coded,
    id,
    level,
    section,
    statement,
    applies: ({ request }) => request.has('accept-encoding'),
    check: (exchange) => {
      const found = judge(exchange)
      if (found?.mistake !== mistake) return undefined
      return fault(
        `The content has the coding ${quoted(found.coding)}, which Accept-Encoding ${SAYS[mistake]}.`,
        `${exchange.request.show('accept-encoding')}\n${exchange.response.show('content-encoding')}`,
      )
    },
    remedy: REMEDY,
  }
}

const SAYS: Readonly<Record<Mistake, string>> = {
  empty: 'does not ask for: it is empty',
  refused: 'refuses',
  unlisted: 'does not list',
  'x-gzip': 'refuses by its other name',
  'x-compress': 'refuses by its other name',
}

function judge(exchange: ExchangeView): { readonly mistake: Mistake; readonly coding: string } | undefined {
  const accepted = parseAcceptEncoding(exchange.request.get('accept-encoding'))
  if (accepted === undefined) return undefined
  for (const coding of codingsOf(exchange)) {
    if (accepted.length === 0) return { mistake: 'empty', coding }
    const member = codingFor(accepted, coding)
    if (member === undefined) {
      if (admitsIdentity(accepted)) return { mistake: 'unlisted', coding }
    } else if (weightOf(member) === 0) {
      const isOtherName = member.name !== '*' && member.name !== coding
      const name = canonicalCoding(coding)
      if (isOtherName) return { mistake: name === 'gzip' ? 'x-gzip' : 'x-compress', coding }
      return { mistake: 'refused', coding }
    }
  }
  return undefined
}

/** Nobody has more codings one upon the other; a list without end would be an attack. */
const MOST_CODINGS = 10

function codingsOf({ response }: ExchangeView): readonly string[] {
  return response
    .list('content-encoding')
    .slice(0, MOST_CODINGS)
    .map((coding) => coding.toLowerCase())
    .filter((coding) => coding !== 'identity')
}

function onlyCodingOf(exchange: ExchangeView): string | undefined {
  const [coding, ...others] = codingsOf(exchange)
  return others.length === 0 ? coding : undefined
}
