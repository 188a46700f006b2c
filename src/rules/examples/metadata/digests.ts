import type { RuleExample } from '../example.ts'

export const digestsExamples: readonly RuleExample[] = [
  {
    rule: '9530-2-content-digest-of-content',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Digest: sha-256=:T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU=:
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Digest: sha-256=:CAqe1ChVnvYCZotMAPEU8aEcP2sCpDXwvcFUV45NfyI=:
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9530-B.10-repr-digest-of-error-4xx',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      < Repr-Digest: sha-256=:qd5FwUF8keW31yNmAH+xHqBTBQUOUGMm139WnR4JU3Q=:
      <
      < There is no such order.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      < Repr-Digest: sha-256=:CAqe1ChVnvYCZotMAPEU8aEcP2sCpDXwvcFUV45NfyI=:
      <
      < There is no such order.
      `,
    ],
  },
  {
    rule: '9530-3.1-repr-digest-of-status-report',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      < HTTP/1.1 200 OK
      < Repr-Digest: sha-256=:XBVGEGnmkQmVXHJnH/xGXUVA38HjSaccZiu/6EIZgcs=:
      < Content-Type: application/json
      <
      < {"status":"created"}
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      < HTTP/1.1 200 OK
      < Repr-Digest: sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:
      < Content-Type: application/json
      <
      < {"status":"created"}
      `,
    ],
  },
]
