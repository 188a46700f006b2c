import type { RuleExample } from '../example.ts'

export const trailerExamples: readonly RuleExample[] = [
  {
    rule: '9110-6.5.1-custom-trailer-only-if-defined',
    passes: [
      `
      # trailer Server-Timing: db;dur=53
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Trailer: Server-Timing
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
    breaks: [
      `
      # trailer Set-Cookie: seen=1
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Trailer: Set-Cookie
      < Transfer-Encoding: chunked
      <
      < tea
      `,
      `
      # trailer Content-Type: text/plain
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Trailer: Content-Type
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
  },
  {
    rule: '9110-6.6.2-trailer-field-announces',
    passes: [
      `
      # trailer Repr-Digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:
      # trailer Server-Timing: db;dur=53
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Trailer: Server-Timing, repr-digest
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
    breaks: [
      `
      # trailer Server-Timing: db;dur=53
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked
      <
      < tea
      `,
      `
      # trailer Server-Timing: db;dur=53
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Trailer: Repr-Digest
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
  },
]
