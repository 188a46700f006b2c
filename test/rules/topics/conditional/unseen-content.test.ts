import { describe, expect, it } from 'vitest'
import { audit } from '../../../../src/audit/index.ts'
import { type Exchange, exchangeOf } from '../../../../src/rules/index.ts'

const withoutContent = (exchange: Exchange): Exchange => ({
  ...exchange,
  response: { ...exchange.response, content: undefined },
})

const foundIn = (exchange: Exchange): string[] => audit(exchange).map(({ rule }) => rule.id)

describe('where the content of a response was not seen', () => {
  const answers = (status: number): Exchange =>
    exchangeOf(`
      > GET / HTTP/1.1
      < HTTP/1.1 200
      < ETag: "v1"
      <
      < 01
      > GET / HTTP/1.1
      < HTTP/1.1 ${status}
      < ETag: "v1"
      <
      < 02
    `)

  it('nobody knows whether it has other bytes', () => {
    const seen = answers(200)
    expect(foundIn(seen)).toContain('9110-8.8.3-etag-weak-when-not-strong')
    expect(foundIn({ ...seen, earlier: seen.earlier?.map(withoutContent) })).not.toContain(
      '9110-8.8.3-etag-weak-when-not-strong',
    )
  })

  it('the tag of an error tells that it is left over', () => {
    const seen = answers(404)
    for (const unseen of [withoutContent(seen), { ...seen, earlier: seen.earlier?.map(withoutContent) }])
      expect(foundIn(unseen)).toContain('9110-8.8-error-without-resource-validators-4xx')
  })
})
