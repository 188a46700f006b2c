import type { ExchangeView } from '../../exchange-view.ts'
import { brief, type Fault, fault } from '../../fault.ts'
import { type Link, parseLinks, relationsOf, valuesOf } from '../../grammar/links.ts'
import { parseUri } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'

const links = { rfc: '8288', topic: 'metadata', applies: hasLinks } as const

const REMEDY = 'Write \'<https://example.com/next>; rel="next"\': each parameter once, with quotes.'

/** Link says what other resources have to do with this one. */
export const linkRules: readonly Rule[] = [
  {
    ...links,
    id: '8288-3.3-link-rel-once',
    level: 'MUST',
    section: '3.3',
    statement: 'Each link has rel, and has it once.',
    check: (exchange) =>
      find(exchange, (link) => {
        const count = valuesOf(link, 'rel').length
        return count === 1 ? undefined : count === 0 ? 'has no rel, so it says nothing' : 'has more than one rel'
      }),
    remedy: REMEDY,
  },
  {
    ...links,
    id: '8288-3.3-link-ext-rel-quoted',
    level: 'MUST',
    section: '3.3',
    statement: 'A relation type that is not a registered name is an absolute URI, in quotes.',
    check: (exchange) =>
      find(exchange, (link) => {
        const uris = relationsOf(link).filter((type) => /[:/?#]/.test(type))
        if (uris.some((type) => parseUri(type) === undefined)) return 'has a relation type that is not an absolute URI'
        const isBare = link.parameters.find(({ name }) => name === 'rel')?.form === 'bare'
        return isBare && uris.length > 0 ? 'has a URI as its relation type, without quotes' : undefined
      }),
    remedy: 'Write rel="https://example.com/rels/receipt".',
  },
  {
    ...links,
    id: '8288-3-link-grammar',
    level: 'MUST NOT',
    section: '3',
    statement: 'Link is a list of targets between < and >, each with parameters after semicolons.',
    check: (exchange) => {
      const wrong = [...exchange.interim, exchange.response].find(
        (message) => parseLinks(message.get('link') ?? '') === undefined,
      )
      return wrong && fault('The field Link cannot be read, so all links in it are lost.', wrong.show('link'))
    },
    remedy: REMEDY,
  },
  ...['title', 'title*', 'type', 'media'].map(
    (name): Rule => ({
      ...links,
      id: `8288-3.4.1-link-${name.replace('*', '-star')}-once`,
      level: 'MUST NOT',
      section: '3.4.1',
      statement: `A link does not have ${name} more than once.`,
      check: (exchange) =>
        find(exchange, (link) => (valuesOf(link, name).length > 1 ? `has ${name} more than once` : undefined)),
      remedy: REMEDY,
    }),
  ),
  {
    id: '7725-4-link',
    covers: ['7725-4-rel'],
    level: 'SHOULD',
    rfc: '7725',
    section: '4',
    topic: 'metadata',
    statement: 'A 451 says in a Link with the relation blocked-by who blocks the resource.',
    status: [451],
    decidedBy: 'application',
    check: (exchange) =>
      linksOf(exchange).some((link) => relationsOf(link).includes('blocked-by'))
        ? undefined
        : fault(
            'The 451 has no Link with rel="blocked-by", so nobody knows who blocks this.',
            exchange.response.show('link'),
          ),
    remedy: "throw new UnavailableForLegalReasons({ blockedBy: 'https://isp.example/' }).",
  },
]

function hasLinks({ interim, response }: ExchangeView): boolean {
  return response.has('link') || interim.some((message) => message.has('link'))
}

/** The links of interim responses and of the final one. */
function linksOf({ interim, response }: ExchangeView): readonly Link[] {
  return [...interim, response].flatMap((message) => parseLinks(message.get('link') ?? '') ?? [])
}

function find(exchange: ExchangeView, wrong: (link: Link) => string | undefined): Fault | undefined {
  for (const link of linksOf(exchange)) {
    const what = wrong(link)
    if (what !== undefined) return fault(`The link to ${brief(link.target, 80)} ${what}.`, `Link: ${link.text}`)
  }
  return undefined
}
