import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { STRUCTURED_FIELDS } from '../../grammar/list-fields.ts'
import { type Member, parseList } from '../../grammar/structured-fields.ts'
import type { Rule } from '../../rule.ts'

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
        hasNoAscii(value) ? 'is not ASCII, so parsers of structured fields drop the whole field' : undefined,
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
    applies: ({ response }) => response.get('proxy-status') !== '' && !hasNoAscii(response.get('proxy-status') ?? ''),
    check: ({ response }) => {
      const members = parseList(response.get('proxy-status') ?? '')
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
    applies: ({ response }) => trailersOf(response.message.trailers).length > 0,
    check: ({ response }) => {
      const before = new Set((parseList(response.get('proxy-status') ?? '') ?? []).map(nameOf))
      const after = parseList(trailersOf(response.message.trailers).join(', ')) ?? []
      const wrong = after.map(nameOf).find((name) => name !== undefined && !before.has(name))
      if (wrong === undefined) return undefined
      return fault(
        `The trailer Proxy-Status speaks of ${quoted(wrong)}, which the header section did not name.`,
        `${response.show('proxy-status')}\n${trailersOf(response.message.trailers).join(', ')}`,
      )
    },
    remedy: "Set Proxy-Status before the content as well: res.set('Proxy-Status', 'shop-gateway').",
  },
]

function findLine({ response }: ExchangeView, reasonOf: (value: string) => string | undefined): Fault | undefined {
  for (const [name, value] of response.lines) {
    if (!STRUCTURED_FIELDS.has(name.toLowerCase())) continue
    const reason = reasonOf(value)
    if (reason !== undefined) return fault(`The field ${name} ${reason}.`, `${name}: ${value}`)
  }
  return undefined
}

function hasNoAscii(value: string): boolean {
  return /[\x80-\xff]/.test(value)
}

function nameOf(member: Member): string | undefined {
  return member.type === 'string' || member.type === 'token' ? member.value : undefined
}

function trailersOf(trailers: readonly (readonly [name: string, value: string])[] | undefined): readonly string[] {
  return (trailers ?? []).filter(([name]) => name.toLowerCase() === 'proxy-status').map(([, value]) => value)
}
