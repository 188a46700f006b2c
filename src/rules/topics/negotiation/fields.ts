import { fault, quoted } from '../../fault.ts'
import { parseAccept, parseAcceptEncoding, type Weighted, weightOf } from '../../grammar/accept.ts'
import { isToken } from '../../grammar/characters.ts'
import { parseList } from '../../grammar/structured-fields.ts'
import type { Rule } from '../../rule.ts'
import { successWithout } from '../../shared/series.ts'

const syntax = { level: 'MUST NOT', rfc: '9110', topic: 'negotiation' } as const

/** The form of what a server says about negotiation: Accept, Accept-Encoding, Accept-CH, Vary. */
export const fieldRules: readonly Rule[] = [
  {
    ...syntax,
    id: '9110-12.5.1-accept-grammar',
    section: '12.5.1',
    statement: 'Accept of a response is a list of media ranges, with parameters and weights.',
    fields: ['accept'],
    check: ({ response }) =>
      parseAccept(response.get('accept')) === undefined
        ? fault('Accept is not a list of media ranges such as application/json, text/*.', response.show('accept'))
        : undefined,
    remedy: "throw new UnsupportedMediaType({ accept: ['application/json'] }).",
  },
  {
    ...syntax,
    id: '9110-12.5.3-accept-encoding-grammar',
    section: '12.5.3',
    statement: 'Accept-Encoding of a response is a list of content codings, with weights.',
    fields: ['accept-encoding'],
    check: ({ response }) =>
      parseAcceptEncoding(response.get('accept-encoding')) === undefined
        ? fault('Accept-Encoding is not a list of codings such as gzip, br;q=0.5.', response.show('accept-encoding'))
        : undefined,
    remedy: "throw new UnsupportedMediaType({ acceptEncoding: ['gzip'] }).",
  },
  {
    ...syntax,
    id: '9110-12.4.2-q-three-digits',
    section: '12.4.2',
    statement: 'A weight is a number from 0 to 1 with three decimals at most.',
    fields: ['accept', 'accept-encoding'],
    check: ({ response }) => {
      const isWrong = (member: Weighted): boolean => weightOf(member) === undefined
      const wrong =
        parseAccept(response.get('accept'))?.find(isWrong) ??
        parseAcceptEncoding(response.get('accept-encoding'))?.find(isWrong)
      if (wrong === undefined) return undefined
      return fault(`${quoted(String(wrong.weight))} is not a weight.`, response.show('accept', 'accept-encoding'))
    },
    remedy: 'Write q=0.333, or no weight at all.',
  },
  {
    ...syntax,
    id: '9110-12.5.1-q-last',
    level: 'SHOULD',
    section: '12.5.1',
    statement: 'The weight of a media range is its last parameter.',
    fields: ['accept'],
    check: ({ response }) => {
      const wrong = parseAccept(response.get('accept'))?.find(({ isWeightLast }) => !isWeightLast)
      if (wrong === undefined) return undefined
      return fault(`The weight of ${quoted(wrong.name)} is not its last parameter.`, response.show('accept'))
    },
    remedy: "throw new UnsupportedMediaType({ accept: ['text/html;level=1;q=0.5'] }) puts it last.",
  },
  {
    ...syntax,
    id: '9110-12.5.5-vary-grammar',
    section: '12.5.5',
    statement: 'Vary lists names of request fields, or *.',
    fields: ['vary'],
    check: ({ response }) => {
      const wrong = response.list('vary').find((name) => !isToken(name))
      if (wrong === undefined) return undefined
      return fault(`${quoted(wrong)} in Vary is not a field name.`, response.show('vary'))
    },
    remedy: "res.vary('Accept'), ctx.vary('Accept').",
  },
  {
    id: '8942-3.1-accept-ch-list-of-tokens',
    level: 'MUST',
    rfc: '8942',
    section: '3.1',
    topic: 'negotiation',
    statement: 'Accept-CH is a structured list of tokens, the names of client hints.',
    fields: ['accept-ch'],
    check: ({ response }) =>
      parseList(response.get('accept-ch') ?? '')?.every(({ type }) => type === 'token')
        ? undefined
        : fault('Accept-CH is not a list of tokens such as Sec-CH-UA-Mobile, Sec-CH-DPR.', response.show('accept-ch')),
    remedy: "res.set('Accept-CH', 'Sec-CH-UA-Mobile, Sec-CH-DPR').",
  },
  {
    id: '8942-2.2-client-hints-unknown-ignored',
    level: 'MUST',
    rfc: '8942',
    section: '2.2',
    topic: 'negotiation',
    statement: 'Client hints that the server does not understand are ignored.',
    status: [400],
    needs: ['earlier'],
    applies: ({ request }) => [...request.names()].some(isHint) && ['GET', 'HEAD'].includes(request.method),
    check: (exchange) => {
      const earlier = successWithout(exchange, isHint)
      if (earlier === undefined) return undefined
      const hints = [...exchange.request.names()].filter(isHint)
      return fault(
        `The same request got ${earlier.response.status} with other client hints or none.`,
        `${exchange.request.show(...hints)}\n${exchange.response.line}`,
      )
    },
    remedy: 'Ignore hints that you cannot read.',
  },
]

function isHint(lowerName: string): boolean {
  return lowerName.startsWith('sec-ch-')
}
