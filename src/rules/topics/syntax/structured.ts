import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { STRUCTURED_FIELDS } from '../../grammar/list-fields.ts'
import { type Member, parseList } from '../../grammar/structured-fields.ts'
import type { Rule } from '../../rule.ts'
import { isAscii } from './characters.ts'

const FIELDS: readonly string[] = [...STRUCTURED_FIELDS]

/** Structured fields (RFC 9651), among them Proxy-Status (RFC 9209). */
export const structuredRules: readonly Rule[] = [
  {
    id: '9651-4.1-sf-empty-omitted',
    level: 'advice',
    rfc: '9651',
    section: '4.1',
    topic: 'syntax',
    statement: 'A structured list or dictionary without members is not sent at all.',
    covers: ['9651-4.1-empty-list'],
    fields: FIELDS,
    check: (exchange) =>
      findLine(exchange, (value) => (value === '' ? 'is empty; without members the field is left out' : undefined)),
    remedy: 'Set the field only if it has members.',
  },
  {
    id: '9651-3.3.3-string-ascii',
    level: 'advice',
    rfc: '9651',
    section: '3.3.3',
    topic: 'syntax',
    statement: 'A structured field is ASCII; other text has to be encoded.',
    fields: FIELDS,
    check: (exchange) =>
      findLine(exchange, (value) =>
        isAscii(value) ? undefined : 'is not ASCII, so parsers of structured fields drop the whole field',
      ),
    remedy: 'Name things in ASCII, or write a Display String: %"t%c3%a4glich" (RFC 9651 §3.3.8).',
  },
  {
    id: '9209-2-member-type',
    level: 'MUST',
    rfc: '9209',
    section: '2',
    topic: 'syntax',
    statement:
      'Proxy-Status is a structured list; each member is a String or a Token that names who handled the response.',
    fields: ['proxy-status'],
    applies: ({ response }) => response.all('proxy-status').every(isAscii),
    check: ({ response }) => {
      const members = membersOf(response)
      if (members?.every((member) => nameOf(member) !== undefined)) return undefined
      return fault(
        members === undefined
          ? 'Proxy-Status is not a structured list, so nobody can read it.'
          : 'A member of Proxy-Status is neither a String nor a Token.',
        response.show('proxy-status'),
      )
    },
    remedy: "res.set('Proxy-Status', 'shop-gateway; error=connection_timeout').",
  },
  {
    id: '9209-2-trailer',
    level: 'MUST NOT',
    rfc: '9209',
    section: '2',
    topic: 'syntax',
    statement: 'Proxy-Status is a trailer only if the header section has had a member with the same name.',
    needs: ['trailers'],
    applies: ({ response }) => Boolean(trailerOf(response)),
    check: ({ response }) => {
      const before = new Set(membersOf(response)?.map(nameOf))
      const trailer = trailerOf(response)
      const wrong = parseList(trailer)
        ?.map(nameOf)
        .find((name) => name !== undefined && !before.has(name))
      if (wrong === undefined) return undefined
      return fault(
        `The trailer Proxy-Status speaks of ${quoted(wrong)}, which the header section did not name.`,
        `${response.show('proxy-status')}\n${trailer}`,
      )
    },
    remedy: "Set Proxy-Status before the content as well: res.set('Proxy-Status', 'shop-gateway').",
  },
]

function findLine({ response }: ExchangeView, reasonOf: (value: string) => string | undefined): Fault | undefined {
  for (const [name, value] of response.lines) {
    const reason = STRUCTURED_FIELDS.has(name.toLowerCase()) ? reasonOf(value) : undefined
    if (reason !== undefined) return fault(`The field ${name} ${reason}.`, `${name}: ${value}`)
  }
  return undefined
}

function membersOf(response: ResponseView): readonly Member[] | undefined {
  return parseList(response.all('proxy-status').join(', '))
}

function nameOf(member: Member): string | undefined {
  return member.type === 'string' || member.type === 'token' ? member.value : undefined
}

/** The trailer Proxy-Status; empty without one. */
function trailerOf({ message: { trailers = [] } }: ResponseView): string {
  const lines = trailers.filter(([name]) => name.toLowerCase() === 'proxy-status')
  return lines.map(([, value]) => value).join(', ')
}
