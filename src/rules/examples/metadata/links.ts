import type { RuleExample } from '../example.ts'

export const linksExamples: readonly RuleExample[] = [
  {
    rule: '8288-3.3-link-rel-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </orders?page=2>; rel="next", </orders?page=9>; rel=last
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      <
      < <p>Hello</p>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </orders?page=2>
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </orders?page=2>; rel="next"; rel="last"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; as=style
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      <
      < <p>Hello</p>
      `,
    ],
  },
  {
    rule: '8288-3.3-link-ext-rel-quoted',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </receipt>; rel="https://example.com/rels/receipt"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </receipt>; rel=https://example.com/rels/receipt
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </receipt>; rel="/rels/receipt"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8288-3.4.1-link-title-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; title="The next"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; title="The next"; title="Next"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8288-3.4.1-link-title-star-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; title*=UTF-8'de'n%C3%A4chste; title=next
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; title*=UTF-8'de'n%C3%A4chste; title*=UTF-8'en'next
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8288-3.4.1-link-type-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; type="text/html"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; type="text/html"; type="text/plain"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8288-3.4.1-link-media-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; media="print"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel=next; media="print"; media="screen"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8288-3-link-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a,b;c>;rel=next;;title="x, <y>", </>; rel="up" ; crossorigin
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: /orders?page=2; rel="next"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </orders?page=2> rel="next"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </orders?page=2>; rel=
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '7725-4-link',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 451 Unavailable For Legal Reasons
      < Link: <https://isp.example/>; rel="blocked-by"
      < Content-Type: text/plain; charset=utf-8
      <
      < By order of the court of Rome this is not shown in Italy.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 451 Unavailable For Legal Reasons
      < Content-Type: text/plain; charset=utf-8
      <
      < By order of the court of Rome this is not shown in Italy.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 451 Unavailable For Legal Reasons
      < Link: <https://isp.example/>; rel="blockedby"
      < Content-Type: text/plain; charset=utf-8
      <
      < By order of the court of Rome this is not shown in Italy.
      `,
    ],
  },
]
