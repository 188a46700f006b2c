import type { RuleExample } from '../example.ts'

export const operationExamples: readonly RuleExample[] = [
  {
    rule: '4918-10.6-overwrite-412',
    passes: [
      `
      > GET /files/b HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No file b is here.
      > COPY /files/a HTTP/1.1
      > Destination: http://api.example/files/b
      > Overwrite: F
      < HTTP/1.1 201 Created
      `,
    ],
    breaks: [
      `
      > MOVE /files/a HTTP/1.1
      > Destination: /files/b
      > Overwrite: F
      < HTTP/1.1 204 No Content
      `,
      `
      > GET /files/b HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "b1"
      <
      < bread
      > COPY /files/a HTTP/1.1
      > Destination: http://api.example/files/b
      > Overwrite: F
      < HTTP/1.1 201 Created
      `,
    ],
  },
  {
    rule: '4918-12.1-dav-412-needs-conditional',
    passes: [
      `
      > PROPPATCH /files/a HTTP/1.1
      > If: (["a0"])
      > Content-Length: 0
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The file has changed since then; look at it again.
      `,
    ],
    breaks: [
      `
      > MKCOL /files/x/y/ HTTP/1.1
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < Make the collection /files/x/ first.
      `,
    ],
  },
  {
    rule: '5842-7.2-use',
    passes: [
      `
      > PROPFIND /files/ HTTP/1.1
      < HTTP/1.1 508 Loop Detected
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The folder files/a contains itself; ask with Depth: 1.
      `,
    ],
    breaks: [
      `
      > GET /index.php HTTP/1.1
      < HTTP/1.1 508 Loop Detected
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < This account has used up its share of the processor; try again later.
      `,
    ],
  },
]
