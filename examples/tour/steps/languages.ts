import { expectField, expectMembers, expectProblem } from '../expect.ts'
import type { Step } from '../step.ts'

/** In which language the client is told. */
export const languages: readonly Step[] = [
  {
    title: 'A client in Taiwan',
    rule: 'Accept-Language decides in which language people are told; Content-Language says which one it is.',
    source: 'RFC 9110 §12.5.4, §8.5',
    send: [{ target: '/nowhere', headers: { 'Accept-Language': 'zh-TW,zh;q=0.9,en;q=0.8' } }],
    show: ['Content-Language', 'Vary'],
    holds({ response }) {
      expectProblem(response, 404, { title: '找不到資源' })
      expectField(response, 'Content-Language', 'zh-Hant')
      expectMembers(response, 'Vary', ['Accept', 'Accept-Encoding', 'Accept-Language', 'Origin'])
    },
  },
  {
    title: 'The same of an order, in German: a text of the shop',
    rule: 'What an application says by itself can be translated as well.',
    source: 'RFC 9457 §3.1.3',
    send: [{ target: '/orders/99', headers: { 'Accept-Language': 'de-AT' } }],
    show: ['Content-Language'],
    holds({ response }) {
      expectProblem(response, 404, { title: 'Nicht gefunden', detail: 'Es gibt keine Bestellung 99' })
      expectField(response, 'Content-Language', 'de')
    },
  },
  {
    title: 'A text of which nobody knows the language',
    rule: 'What is in two languages, or in one that nobody knows, does not say that it is in one.',
    source: 'RFC 9110 §8.5',
    send: [{ target: '/orders/3', headers: { 'Accept-Language': 'de' } }],
    note: 'the handler threw new Gone("Order 3 was removed")',
    show: ['Content-Language', 'Vary'],
    holds({ response }) {
      expectProblem(response, 410, { title: 'Nicht mehr vorhanden', detail: 'Order 3 was removed' })
      expectField(response, 'Content-Language', undefined)
    },
  },
  {
    title: 'A client that wants no German',
    rule: 'A weight of 0 rules a language out.',
    source: 'RFC 9110 §12.4.2',
    send: [{ target: '/orders/99', headers: { 'Accept-Language': 'de;q=0, fr' } }],
    show: ['Content-Language'],
    holds({ response }) {
      expectProblem(response, 404, { title: 'Not Found', detail: 'No order 99' })
      expectField(response, 'Content-Language', 'en')
    },
  },
]
