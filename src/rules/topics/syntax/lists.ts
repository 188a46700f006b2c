import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import { LIST_FIELDS, splitListLine } from '../../grammar/list-fields.ts'
import { withoutQuoted } from '../../grammar/quoted-strings.ts'
import type { Rule } from '../../rule.ts'
import { shown, suspectHeadOf } from './raw-head.ts'

// Cache-Control has a rule for its whole grammar.
const LISTS: ReadonlySet<string> = new Set([...LIST_FIELDS].filter((name) => name !== 'cache-control'))
// Their members are tokens and nothing else; Allow, Vary and Accept-Ranges have rules of their own.
const TOKEN_LISTS: readonly string[] = [
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-expose-headers',
  'connection',
  'content-encoding',
  'trailer',
]
const PARAMETERISED: ReadonlySet<string> = new Set([
  ...['accept', 'accept-encoding', 'accept-patch', 'accept-post', 'content-type'],
])
// What stands between the <…> of Link or in the comments of Via is nobody's white space but its own.
const WITHOUT_NEEDLESS_BLANKS: ReadonlySet<string> = new Set(
  [...LIST_FIELDS, ...PARAMETERISED].filter((name) => name !== 'link' && name !== 'via'),
)

/** Comma-separated lists (RFC 9110 §5.6.1), and the blanks in and between their members (§5.6.3). */
export const listRules: readonly Rule[] = [
  {
    id: '9110-5.6.1.1-no-empty-list-elements',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.6.1.1',
    topic: 'syntax',
    statement: 'A list has no empty elements: no comma at its ends, and no two commas in a row.',
    covers: ['9110-5.6.1.1-no-empty-elements'],
    fields: [...LISTS],
    check: (exchange) =>
      findInLists(exchange, LISTS, (name, value) =>
        splitListLine(name, value).includes('') ? 'has an empty element: there is a comma too many' : undefined,
      ),
    remedy: "Join only what there is: names.filter(Boolean).join(', '). res.vary(name) and the typed errors do so.",
  },
  {
    id: '9110-5.6.2-list-members-tokens',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.6.2',
    topic: 'syntax',
    statement: 'What is defined as a list of tokens holds tokens: names and options without blanks, quotes or slashes.',
    fields: TOKEN_LISTS,
    check: ({ response }) => {
      for (const name of TOKEN_LISTS) {
        const wrong = response.list(name).find((element) => !isToken(element))
        if (wrong !== undefined)
          return fault(
            `${quoted(wrong)} is not a token, so it cannot be an element of this field.`,
            response.show(name),
          )
      }
      return undefined
    },
    remedy: "Separate the elements with commas, without quotes: res.set('Access-Control-Allow-Headers', 'X-A, X-B').",
  },
  {
    id: '9110-5.6.3-ows-not-elsewhere',
    level: 'SHOULD NOT',
    rfc: '9110',
    section: '5.6.3',
    topic: 'syntax',
    statement:
      'Blanks that nobody needs are not sent: none after a value or before a comma or semicolon, and at most one after those.',
    check: (exchange) => trailingBlank(exchange) ?? findInLists(exchange, WITHOUT_NEEDLESS_BLANKS, needlessBlanks),
    remedy: "Join with ', ' and write parameters as '; name=value'.",
  },
  {
    id: '9110-5.6.3-rws-single-sp',
    level: 'SHOULD',
    rfc: '9110',
    section: '5.6.3',
    topic: 'syntax',
    statement: 'Where a blank is required, as between the parts of Server and Via, it is one space.',
    fields: ['server', 'via'],
    check: ({ response }) => {
      for (const name of ['server', 'via']) {
        const wrong = response.all(name).find((value) => !value.includes('(') && /\t| [\t ]/.test(value))
        if (wrong !== undefined)
          return fault('Other blanks than one space stand between two parts of a value.', response.show(name))
      }
      return undefined
    },
    remedy: "Join the parts with one space: 'shop/2.1 node/20'.",
  },
]

function trailingBlank({ response }: ExchangeView): Fault | undefined {
  const wrong = suspectHeadOf(response)?.fieldLines.find(({ text }) => /^[^:]+:.*[^\t ][\t ]+$/s.test(text))
  return wrong && fault('A blank stands after the value of a field.', shown(wrong.text))
}

function needlessBlanks(lowerName: string, value: string): string | undefined {
  const bare = withoutQuoted(value)
  if (/[\t ],|,(?:\t| [\t ])/.test(bare)) return 'has needless blanks around a comma'
  return PARAMETERISED.has(lowerName) && /[\t ];|;(?:\t| [\t ])/.test(bare)
    ? 'has needless blanks around a semicolon'
    : undefined
}

function findInLists(
  { response }: ExchangeView,
  lists: ReadonlySet<string>,
  reasonOf: (lowerName: string, value: string) => string | undefined,
): Fault | undefined {
  for (const [name, value] of response.lines) {
    const lowerName = name.toLowerCase()
    const reason = lists.has(lowerName) ? reasonOf(lowerName, value) : undefined
    if (reason !== undefined) return fault(`The field ${name} ${reason}.`, `${name}: ${value}`)
  }
  return undefined
}
