import { expect, it } from 'vitest'
import { audit } from '../../../../src/audit/index.ts'
import { exchangeOf } from '../../../../src/rules/index.ts'

const WHOLE = `
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: "v1"
  <
  < 0123456789`

it.each([
  `${WHOLE}
  > GET / HTTP/1.1
  > Range: bytes=0-4
  < HTTP/1.1 206 Partial Content
  < Content-Type: text/plain; charset=utf-8
  < ETag: "v1"
  < Content-Range: bytes 0-4/10
  <
  < 01234`,
  `${WHOLE}
  > GET / HTTP/1.1
  > Range: bytes=0-1, 8-9
  < HTTP/1.1 206 Partial Content
  < Content-Type: multipart/byteranges; boundary=B
  < ETag: "v1"
  <
  < --B--`,
])('there is no fault in content that nobody saw: %s', (transcript) => {
  const { response, ...rest } = exchangeOf(transcript)
  const { content, ...unseen } = response
  expect(audit({ ...rest, response: { ...unseen, contentLength: content?.length } })).toEqual([])
})
