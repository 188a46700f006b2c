import type { ResponseView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { type RawLine, splitFieldLine } from '../../grammar/head.ts'
import type { Rule } from '../../rule.ts'
import { shown, suspectHeadOf } from './raw-head.ts'

/** How lines are divided and laid out in HTTP/1; where parsers differ here, messages can be smuggled. */
export const fieldSectionRules: readonly Rule[] = [
  {
    id: '9112-2.1-status-line-crlf',
    level: 'MUST NOT',
    rfc: '9112',
    section: '2.1',
    topic: 'syntax',
    statement: 'Every line of a head ends with CRLF, never with LF alone.',
    needs: ['head'],
    check: ({ response }) => {
      const { head = '' } = response.message
      const at = head.search(/(?<!\r)\n/)
      if (at === -1) return undefined
      return fault('A line ends with LF instead of CRLF.', shown(`${head.slice(0, at).split('\n').at(-1)}\n`))
    },
    remedy: 'On a raw socket end every line with "\\r\\n"; everywhere else Node does it.',
  },
  {
    id: '9112-2.2-no-bare-cr',
    level: 'MUST NOT',
    rfc: '9112',
    section: '2.2',
    topic: 'syntax',
    statement: 'Outside of the content every CR is followed by an LF.',
    needs: ['head'],
    check: ({ response }) => {
      const head = suspectHeadOf(response)
      if (head === undefined) return undefined
      const wrong = [head.statusLine, ...head.fieldLines].find(({ text }) => text.includes('\r'))
      return (
        wrong &&
        fault('A CR without LF is in the head; some recipients take it for the end of a line.', shown(wrong.text))
      )
    },
    remedy: 'Take line breaks out of what becomes a field value: encodeURIComponent() for parts of a URI.',
  },
  {
    id: '9112-2.2-no-space-before-first-field',
    level: 'MUST NOT',
    rfc: '9112',
    section: '2.2',
    topic: 'syntax',
    statement: 'No blank stands between the status line and the first field.',
    needs: ['head'],
    check: ({ response }) => {
      const first = suspectHeadOf(response)?.fieldLines[0]
      if (first === undefined || !isIndented(first)) return undefined
      return fault(
        'The first field line begins with a blank, so recipients drop it or reject the response.',
        shown(first.text),
      )
    },
    remedy: 'On a raw socket begin the field right after the CRLF of the status line.',
  },
  {
    id: '9112-5.2-no-line-folding',
    level: 'MUST NOT',
    rfc: '9112',
    section: '5.2',
    topic: 'syntax',
    statement: 'A field is on one line; it is not continued on lines that begin with a blank.',
    covers: ['9112-5.2-no-obs-fold'],
    needs: ['head'],
    check: ({ response }) => {
      const folded = suspectHeadOf(response)?.fieldLines.slice(1).find(isIndented)
      return (
        folded && fault('A field is folded: its value goes on in a line that begins with a blank.', shown(folded.text))
      )
    },
    remedy: 'Put spaces in place of the line breaks, or send several field lines where the field is a list.',
  },
  {
    id: '9112-5.1-no-space-before-colon',
    level: 'MUST NOT',
    rfc: '9112',
    section: '5.1',
    topic: 'syntax',
    statement: 'No blank stands between the name of a field and the colon.',
    needs: ['head'],
    check: ({ response }) => {
      const wrong = fieldLinesOf(response).find(({ text }) => /^[^:]*[\t ]:/.test(text))
      return (
        wrong &&
        fault('A blank stands before the colon of a field; recipients disagree about its name.', shown(wrong.text))
      )
    },
    remedy: 'On a raw socket write "Name: value"; Node refuses names with blanks.',
  },
  {
    id: '9110-2.2-abnf-conformance',
    level: 'MUST NOT',
    rfc: '9110',
    section: '2.2',
    topic: 'syntax',
    statement: 'A line of a field section is a name, a colon and a value.',
    covers: ['9110-2.2-grammar'],
    needs: ['head'],
    check: ({ response }) => {
      const wrong = fieldLinesOf(response).find(({ text }) => splitFieldLine(text) === undefined)
      return (
        wrong && fault(`The line ${quoted(wrong.text)} is not a field: it has no name with a colon.`, shown(wrong.text))
      )
    },
    remedy: 'Let Node write the fields: res.set(name, value).',
  },
  {
    id: '9110-5.6.3-ows-single-sp',
    level: 'SHOULD',
    rfc: '9110',
    section: '5.6.3',
    topic: 'syntax',
    statement: 'Where a blank helps people to read, as after the colon of a field, it is one space.',
    needs: ['head'],
    check: ({ response }) => {
      const wrong = fieldLinesOf(response).find(({ text }) => /^[^:]+:(?: [\t ]|\t)[\t ]*[^\t ]/.test(text))
      return (
        wrong &&
        fault('Other blanks than one space stand between the colon and the value of a field.', shown(wrong.text))
      )
    },
    remedy: 'Trim the value before it is set; on a raw socket write "Name: value" with one space.',
  },
]

/** Without those that go on with the line before them. */
function fieldLinesOf(response: ResponseView): readonly RawLine[] {
  return suspectHeadOf(response)?.fieldLines.filter((line) => !isIndented(line)) ?? []
}

function isIndented({ text }: RawLine): boolean {
  return /^[\t ]/.test(text)
}
