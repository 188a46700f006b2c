import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** 300, 303, and the codes of which nothing is left (RFC 9110 §15.4). */
export const choiceRules: readonly Rule[] = [
  {
    id: '9110-15.4.1-300-list-content',
    level: 'SHOULD',
    rfc: '9110',
    section: '15.4.1',
    topic: 'redirection',
    statement: 'A 300 lists the choices in its content, with their addresses.',
    status: [300],
    needs: ['length'],
    applies: ({ request }) => request.method !== 'HEAD',
    check: ({ response }) =>
      response.contentLength === 0
        ? fault('The 300 has no content, so there is nothing to choose from.', response.line)
        : undefined,
    remedy: "return send(res, multipleChoices([{ location: '/report.pdf', type: 'application/pdf' }, …])).",
  },
  {
    id: '9110-15.4.4-303-hypertext-note',
    level: 'advice',
    rfc: '9110',
    section: '15.4.4',
    topic: 'redirection',
    statement: 'A 303 has a short note with a link to its Location, for whoever does not follow it.',
    status: [303],
    needs: ['length'],
    applies: ({ request }) => request.method !== 'HEAD',
    check: ({ response }) =>
      response.contentLength === 0
        ? fault('The 303 has no content, and ought to have a link to where it leads.', response.line)
        : undefined,
    remedy: "return send(res, seeOther('/orders/43')) writes the note. So do res.redirect() and ctx.redirect().",
  },
  {
    id: '9110-15.4.6-305-deprecated',
    level: 'advice',
    rfc: '9110',
    section: '15.4.6',
    topic: 'redirection',
    statement: '305 is deprecated: a proxy set by a response is a danger.',
    status: ['3xx'],
    check: ({ response }) =>
      response.status === 305 ? fault('305 is deprecated, and no client obeys it.', response.line) : undefined,
    remedy: 'Redirect with 307, or answer with 403.',
  },
  {
    id: '9110-15.4.7-306-reserved',
    level: 'advice',
    rfc: '9110',
    section: '15.4.7',
    topic: 'redirection',
    statement: '306 is reserved and not used.',
    status: ['3xx'],
    check: ({ response }) =>
      response.status === 306 ? fault('306 means nothing: clients treat it as 300.', response.line) : undefined,
    remedy: 'Redirect with 302, 303, 307 or 308.',
  },
]
