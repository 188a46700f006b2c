import type { ResponseView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { hasControl } from './characters.ts'
import { shown, suspectHeadOf } from './raw-head.ts'

/** The status line of HTTP/1 (RFC 9112 §4): version, one space, three digits, one space, a phrase or nothing. */
export const statusLineRules: readonly Rule[] = [
  {
    id: '9112-2.3-version-case-sensitive',
    level: 'MUST NOT',
    rfc: '9112',
    section: '2.3',
    topic: 'syntax',
    statement:
      'A status line begins with the version: HTTP in capitals, a slash, and two digits with a dot between them.',
    needs: ['head'],
    check: ({ response }) =>
      wrongLine(
        response,
        (text) => !/^HTTP\/[0-9]\.[0-9](?: |$)/.test(text),
        'The status line does not begin with an HTTP version such as "HTTP/1.1".',
      ),
    remedy: 'Let Node write the status line: it cannot be written by hand in Express or Koa.',
  },
  {
    id: '9112-4-status-three-digits',
    level: 'MUST NOT',
    rfc: '9112',
    section: '4',
    topic: 'syntax',
    statement: 'The status code is three digits, after exactly one space.',
    needs: ['head'],
    check: ({ response }) =>
      wrongLine(
        response,
        (text) => !/^[^ ]* [0-9]{3}(?: |$)/.test(text),
        'The status line does not have a status code of three digits after the version and one space.',
      ),
    remedy: 'res.status(404) with a registered code; on a raw socket write "HTTP/1.1 404 Not Found".',
  },
  {
    id: '9112-4-status-line-space',
    level: 'MUST',
    rfc: '9112',
    section: '4',
    topic: 'syntax',
    statement: 'A space stands after the status code, even where no phrase follows it.',
    needs: ['head'],
    check: ({ response }) =>
      wrongLine(
        response,
        (text) => /^[^ ]* [0-9]{3}$/.test(text),
        'The status line ends with the status code; a space has to follow it even without a phrase.',
      ),
    remedy: 'On a raw socket write "HTTP/1.1 404 Not Found", or at least the space; Node always writes it.',
  },
  {
    id: '9112-4-reason-phrase-grammar',
    level: 'MUST NOT',
    rfc: '9112',
    section: '4',
    topic: 'syntax',
    statement: 'The phrase of a status line has no control characters except HTAB.',
    covers: ['9112-4-reason-grammar'],
    needs: ['head'],
    check: ({ response }) =>
      wrongLine(
        response,
        // A bare CR is wrong wherever it stands: 9112-2.2-no-bare-cr.
        (text) =>
          text
            .split(' ')
            .slice(2)
            .flatMap((word) => word.split('\r'))
            .some(hasControl),
        'The status line has a control character in its phrase.',
      ),
    remedy: 'Set no statusMessage that comes from an error or from the request; clients do not read it.',
  },
]

function wrongLine(response: ResponseView, isWrong: (text: string) => boolean, what: string): Fault | undefined {
  const text = suspectHeadOf(response)?.statusLine.text
  return text !== undefined && isWrong(text) ? fault(what, shown(text)) : undefined
}
