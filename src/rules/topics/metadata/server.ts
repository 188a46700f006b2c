import type { ResponseView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { type Product, parseProducts } from '../../grammar/products.ts'
import type { Rule } from '../../rule.ts'

const server = { rfc: '9110', section: '10.2.4', topic: 'metadata', fields: ['server'] } as const

const MOST_PRODUCTS = 4

/** Server names the software, and not too much of it. */
export const serverRules: readonly Rule[] = [
  {
    ...server,
    id: '9110-10.2.4-server-field-grammar',
    level: 'MUST NOT',
    statement: 'Server is a list of products, each a name or name/version, and of comments in parentheses after them.',
    check: ({ response }) =>
      response.all('server').length === 1 && productsOf(response) === undefined
        ? fault('Server is not a list of products and comments with blanks between them.', response.show('server'))
        : undefined,
    remedy: "res.set('Server', 'shop/2'), or leave it out.",
  },
  {
    ...server,
    id: '9110-10.2.4-server-field-few-subproducts',
    level: 'SHOULD',
    statement: 'Server names only few products beside the server itself.',
    decidedBy: 'application',
    check: ({ response }) => {
      const count = productsOf(response)?.filter(({ name }) => /[A-Za-z]{2}/.test(name)).length ?? 0
      if (count <= MOST_PRODUCTS) return undefined
      return fault(`Server names ${count} products.`, response.show('server'))
    },
    remedy: "Set a short name or none: res.removeHeader('Server') (Apache: ServerTokens Prod).",
  },
]

function productsOf(response: ResponseView): readonly Product[] | undefined {
  return parseProducts(response.get('server') ?? '')
}
