/** product (RFC 9110 §10.1.5) */
export interface Product {
  readonly name: string
  readonly version: string | undefined
}

const PRODUCT = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?:\/([!#$%&'*+\-.^_`|~0-9A-Za-z]+))?/y
const BLANKS = /[\t ]+/y
const COMMENT_TEXT = /[\t !-'*-[\]-~\x80-\xff]*/y

/** The products of Server or User-Agent (RFC 9110 §10.2.4): products, with comments behind; undefined: the value is none. */
export function parseProducts(value: string): readonly Product[] | undefined {
  const products: Product[] = []
  let at = 0
  for (;;) {
    const next = value[at] === '(' && products.length > 0 ? afterComment(value, at) : readProduct(value, at, products)
    if (next === undefined) return undefined
    if (next === value.length) return products
    BLANKS.lastIndex = next
    if (!BLANKS.test(value)) return undefined
    at = BLANKS.lastIndex
  }
}

function readProduct(value: string, at: number, products: Product[]): number | undefined {
  PRODUCT.lastIndex = at
  const match = PRODUCT.exec(value)
  if (match === null) return undefined
  products.push({ name: match[1] ?? '', version: match[2] })
  return PRODUCT.lastIndex
}

/** Comments nest, and have quoted pairs (RFC 9110 §5.6.5). */
function afterComment(value: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < value.length; at++) {
    COMMENT_TEXT.lastIndex = at
    COMMENT_TEXT.test(value)
    at = COMMENT_TEXT.lastIndex
    const character = value[at]
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (character !== '\\' || !/[\t -~\x80-\xff]/.test(value.charAt(++at))) return undefined
    if (depth === 0) return at + 1
  }
  return undefined
}
