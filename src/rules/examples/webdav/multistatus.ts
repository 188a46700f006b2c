import type { RuleExample } from '../example.ts'

export const multistatusExamples: readonly RuleExample[] = [
  {
    rule: '4918-13-207-xml-body',
    passes: [
      multistatus(
        '<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 423 Locked</D:status></D:response>',
        'DELETE /files/ HTTP/1.1',
      ),
      `
      > POST /batch HTTP/1.1
      > Content-Type: application/json
      >
      > [{"id":1}]
      < HTTP/1.1 207 Multi-Status
      < Content-Type: application/json
      <
      < [{"id":1,"status":409}]
      `,
    ],
    breaks: [
      `
      > DELETE /files/ HTTP/1.1
      < HTTP/1.1 207 Multi-Status
      `,
      `
      > DELETE /files/ HTTP/1.1
      < HTTP/1.1 207 Multi-Status
      < Content-Type: application/xml; charset=utf-8
      <
      < <multistatus><response><href>/files/a</href><status>HTTP/1.1 423 Locked</status></response></multistatus>
      `,
      `
      > DELETE /files/ HTTP/1.1
      < HTTP/1.1 207 Multi-Status
      < Content-Type: text/xml; charset=utf-8
      <
      < <D:multistatus xmlns:D="DAV:"><D:response>
      `,
    ],
  },
  {
    rule: '4918-13-207-response-has-href',
    passes: [
      multistatus(
        '<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 424 Failed Dependency</D:status></D:response>',
      ),
    ],
    breaks: [multistatus('<D:response><D:status>HTTP/1.1 424 Failed Dependency</D:status></D:response>')],
  },
  {
    rule: '4918-13-207-no-1xx-inside',
    passes: [multistatus('<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 200 OK</D:status></D:response>')],
    also: ['4918-13-207-response-has-href'],
    breaks: [
      multistatus('<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 102 Processing</D:status></D:response>'),
      multistatus(
        '<D:response><D:href> /files/a </D:href><D:propstat><D:prop><D:getetag/></D:prop><D:status>HTTP/1.1 100 Continue</D:status></D:propstat></D:response>',
      ),
      multistatus('<D:response><D:status>HTTP/1.1 102 Processing</D:status></D:response>'),
    ],
  },
  {
    rule: '4918-13.2-207-redirect-uses-location-element',
    passes: [
      multistatus(
        '<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 302 Found</D:status><D:location><D:href>/files/b</D:href></D:location></D:response>',
      ),
    ],
    breaks: [multistatus('<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 302 Found</D:status></D:response>')],
  },
  {
    rule: '4918-13.1-207-location-header-undefined',
    passes: [multistatus('<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 200 OK</D:status></D:response>')],
    breaks: [
      `
      > PROPFIND /files/ HTTP/1.1
      > Depth: 1
      < HTTP/1.1 207 Multi-Status
      < Location: /files/
      < Content-Type: application/xml; charset=utf-8
      <
      < <D:multistatus xmlns:D="DAV:"/>
      `,
    ],
  },
  {
    rule: '5842-7.1-208-only-inside-207',
    passes: [multistatus('<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 200 OK</D:status></D:response>')],
    breaks: [
      `
      > PUT /files/a HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 208 Already Reported
      < Content-Type: text/plain; charset=utf-8
      <
      < The file is known already.
      `,
    ],
  },
  {
    rule: '5842-7.1-208-needs-dav-bind',
    passes: [
      multistatus('<D:response><D:href>/files/a</D:href><D:status>HTTP/1.1 508 Loop Detected</D:status></D:response>'),
    ],
    breaks: [
      multistatus(
        '<D:response><D:href>/files/a</D:href><D:propstat><D:prop/><D:status>HTTP/1.1 208 Already Reported</D:status></D:propstat></D:response>',
      ),
    ],
  },
]

function multistatus(responses: string, requestLine = 'PROPFIND /files/ HTTP/1.1'): string {
  return `
      > ${requestLine}
      > Depth: infinity
      < HTTP/1.1 207 Multi-Status
      < Content-Type: application/xml; charset=utf-8
      <
      < <?xml version="1.0" encoding="utf-8"?>
      < <D:multistatus xmlns:D="DAV:">${responses}</D:multistatus>
      `
}
