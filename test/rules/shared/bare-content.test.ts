import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf } from '../../../src/rules/index.ts'
import { saysOnlyStatus } from '../../../src/rules/shared/bare-content.ts'

const saysNothing = (content: string, type?: string, more = '', notes = ''): boolean => {
  const lines = [notes, '> GET / HTTP/1.1', '< HTTP/1.1 404 Not Found', '< Server: nginx/1.2', more]
  if (type !== undefined) lines.push(`< Content-Type: ${type}`)
  lines.push('<', ...content.split('\n').map((line) => `< ${line}`))
  return saysOnlyStatus(new ExchangeView(exchangeOf(lines.join('\n'))).response)
}

const many: readonly string[] = Array(200).fill('Not Found')

describe('content that says nothing but the status', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t'],
    ['the phrase', 'Not Found'],
    ['code, phrase and server', '404 NOT-FOUND (nginx/1.2)'],
    ['words that add nothing', 'HTTP error: status code 404, message: about:blank'],
    ['a number', '404'],
    ['true and null', '{"error":true,"message":null,"ok":false}'],
    ['a JSON text', '"Not Found"'],
    ['nested JSON', '{"errors":[{"statusCode":404,"details":[]}],"type":"about:blank"}'],
    ['names in another order', '{"errorMessage":"Not Found"}'],
    ['HTML without a type', '<!doctype html><html><body class="x"><h1>Not Found</h1></body></html>'],
    ['HTML in capitals', ' <HTML><center>nginx</center>'],
    ['many values', JSON.stringify(many)],
    ['4096 characters', `Not Found${' '.repeat(4087)}`],
  ])('is %s', (_what, content) => {
    expect(saysNothing(content)).toBe(true)
  })

  it.each([
    ['another word', 'Order Not Found'],
    ['another number', '42'],
    ['a value in JSON', '{"error":"gone for good"}'],
    ['a value deep in JSON', '{"errors":[{"code":"E17"}]}'],
    ['a name in JSON', '{"orderId":null}'],
    ['a name of several words', '{"notFoundOrder":404}'],
    ['a name that begins with one that says nothing', '{"statuses":404}'],
    ['a word in HTML', '<html><body>Order</body></html>'],
    ['a word after many values', JSON.stringify([...many, 'Order'])],
    ['a word before many values', JSON.stringify(['Order', ...many])],
    ['a name after many', JSON.stringify({ ...many, order: 404 }).replaceAll(/"\d+"/g, '"code"')],
    ['4097 characters', `Not Found${' '.repeat(4088)}`],
    ['an element of XML', '<order>404</order>'],
    ['another language', 'Nicht gefunden'],
  ])('is not %s', (_what, content) => {
    expect(saysNothing(content)).toBe(false)
  })

  it.each([
    ['text/html', '<p id="order">404</p>', true],
    ['application/xhtml+xml', '<p id="order">404</p>', true],
    ['application/xml', '<problem order="1"/>', false],
    ['application/xml', '<html/>', false],
    [
      'application/xml',
      '<error xmlns="urn:a" xmlns:b-c.d=\'urn:e\' xml:lang="en" xml:base="f"><b:status/></error>',
      true,
    ],
    ['application/xml', '<error myxml="order"/>', false],
    ['application/xml', '<?order?><!-- order --><error/>', true],
    ['application/xml', '</b:error>', true],
    ['application/xml', '<b:order/>', false],
    ['application/xml', '<error b:status="404">404 </error>', false],
    ['text/plain', '<problem>', true],
  ])('in %s: %s is so: %s', (type, content, expected) => {
    expect(saysNothing(content, type)).toBe(expected)
  })

  it('is none that nobody can read', () => {
    expect(saysNothing('', undefined, '< Content-Encoding: gzip')).toBe(false)
    expect(saysNothing('', undefined, '', '# incomplete')).toBe(false)
  })

  it('goes by the reason of the response, whatever it is', () => {
    const { response } = new ExchangeView(
      exchangeOf('> GET / HTTP/1.1\n< HTTP/1.1 404 No Such Order\n<\n< No such order'),
    )
    expect(saysOnlyStatus(response)).toBe(true)
    const bare = new ExchangeView(exchangeOf('> GET / HTTP/2\n< HTTP/2 499\n<\n< Not found')).response
    expect(saysOnlyStatus(bare)).toBe(false)
  })
})
