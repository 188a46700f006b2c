import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { childrenOf, hrefOf, isDav, responsesOf, statusesOf, xmlOf } from './xml-of.ts'

/** 207 (RFC 4918 §13) and what may be in it. */
export const multistatusRules: readonly Rule[] = [
  {
    id: '4918-13-207-xml-body',
    level: 'advice',
    rfc: '4918',
    section: '13',
    topic: 'webdav',
    statement: 'The content of a 207 says what became of each part; as XML it is a DAV:multistatus.',
    status: [207],
    needs: ['length'],
    applies: ({ mayHaveContent }) => mayHaveContent,
    check: ({ response }) => {
      if (response.contentLength === 0)
        return fault('The 207 has no content, so nobody knows what became of the parts.', response.line)
      const result = xmlOf(response)
      if (result === undefined || 'unknown' in result) return undefined
      if ('wrong' in result)
        return fault(`The content of the 207 is not XML: it ${result.wrong}.`, response.show('content-type'))
      return isDav(result.root, 'multistatus')
        ? undefined
        : fault(
            `The root of the content is ${quoted(result.root.localName)} and not multistatus of the namespace "DAV:".`,
            response.show('content-type'),
          )
    },
    remedy: "Write <D:multistatus xmlns:D='DAV:'> with a D:response for each resource.",
  },
  {
    id: '4918-13-207-response-has-href',
    level: 'MUST',
    rfc: '4918',
    section: '13',
    topic: 'webdav',
    statement: 'Each DAV:response of a 207 names its resource in a DAV:href.',
    status: [207],
    needs: ['content'],
    check: ({ response }) =>
      responsesOf(response).some((part) => childrenOf(part, 'href').length === 0)
        ? fault(
            'A response element of the 207 has no href, so it speaks of no resource.',
            response.show('content-type'),
          )
        : undefined,
    remedy: 'Put <D:href> with the path of the resource first into each <D:response>.',
  },
  {
    id: '4918-13-207-no-1xx-inside',
    level: 'SHOULD NOT',
    rfc: '4918',
    section: '13',
    topic: 'webdav',
    statement: 'No DAV:response of a 207 has a status of 1xx.',
    status: [207],
    needs: ['content'],
    check: ({ response }) => {
      const wrong = responsesOf(response).find((part) =>
        [part, ...childrenOf(part, 'propstat')].flatMap(statusesOf).some((status) => status < 200),
      )
      return wrong && fault('A response element of the 207 has a 1xx, which is not a result.', hrefOf(wrong))
    },
    remedy: 'Write the final status of each resource into the 207.',
  },
  {
    id: '4918-13.2-207-redirect-uses-location-element',
    level: 'MUST',
    rfc: '4918',
    section: '13.2',
    topic: 'webdav',
    statement: 'A redirection in a 207 says in a DAV:location where to go.',
    status: [207],
    needs: ['content'],
    check: ({ response }) => {
      const wrong = responsesOf(response).find(
        (part) =>
          statusesOf(part).some((status) => REDIRECTIONS.includes(status)) && childrenOf(part, 'location').length === 0,
      )
      return wrong && fault('A redirection in the 207 has no location element that says where to go.', hrefOf(wrong))
    },
    remedy: 'Put <D:location><D:href>/new/place</D:href></D:location> into the <D:response>.',
  },
  {
    id: '4918-13.1-207-location-header-undefined',
    level: 'advice',
    rfc: '4918',
    section: '13.1',
    topic: 'webdav',
    statement: 'A 207 has no Location, whose meaning there is left undefined.',
    status: [207],
    check: ({ response }) =>
      response.has('location') ? fault('Location means nothing on a 207.', response.show('location')) : undefined,
    remedy: 'Leave Location out; what is redirected has its own location element in the 207.',
  },
  {
    id: '5842-7.1-208-only-inside-207',
    level: 'advice',
    rfc: '5842',
    section: '7.1',
    topic: 'webdav',
    statement: '208 is used within a 207 only, not as the status of a response.',
    status: ['2xx'],
    check: ({ response }) =>
      response.status === 208
        ? fault('208 belongs in a 207: it says that a resource was listed there already.', response.line)
        : undefined,
    remedy: 'Answer with 200 or 207.',
  },
  {
    id: '5842-7.1-208-needs-dav-bind',
    level: 'SHOULD NOT',
    rfc: '5842',
    section: '7.1',
    topic: 'webdav',
    statement: '208 is sent only to clients that said "bind" in DAV; others are told of a loop with 508.',
    covers: ['5842-7.1-508-instead-of-208'],
    status: [207],
    needs: ['content'],
    applies: ({ request }) => !request.lists('dav', 'bind'),
    check: ({ response }) => {
      const wrong = responsesOf(response).find((part) =>
        [part, ...childrenOf(part, 'propstat')].flatMap(statusesOf).includes(208),
      )
      return wrong && fault('The 207 has a 208, and the request does not say that the client knows it.', hrefOf(wrong))
    },
    remedy: "Look for bind in the request's DAV field; without it answer 508.",
  },
]

const REDIRECTIONS = [300, 301, 302, 303, 305, 307, 308]
