/** Correct exchanges that touch range: no rule may find anything in them. */
export const range: readonly string[] = [
  // A server may ignore Range.
  `
  > GET /video HTTP/1.1
  > Range: bytes=0-3
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Accept-Ranges: bytes
  <
  < 0123456789
  `,
  // The last position may be behind the end.
  part('bytes=8-1000', 'bytes 8-9/10', '89'),
  part('bytes=-99999999999999999999', 'bytes 0-9/10', '0123456789'),
  part('BYTES=0-', 'bytes 0-9/10', '0123456789'),
  // Live content, whose length nobody knows yet.
  part('bytes=0-3', 'bytes 0-3/*', '0123'),
  // Less than asked for is allowed.
  part('bytes=0-', 'bytes 0-3/10', '0123'),
  // Of two ranges only one is satisfiable: one part, without a multipart.
  part('bytes=0-1, 50-60', 'bytes 0-1/10', '01'),
  // Two ranges that overlap became one.
  part('bytes=0-5,4-9', 'bytes 0-9/10', '0123456789'),
  // Apache: an empty line before the first boundary, and the parts as asked for.
  `
  > GET /video HTTP/1.1
  > Range: bytes=8-9,0-1
  < HTTP/1.1 206 Partial Content
  < Accept-Ranges: bytes
  < Content-Type: multipart/byteranges; boundary=3d6b6a416f9b5
  <
  < \r
  < --3d6b6a416f9b5\r
  < Content-type: text/plain\r
  < Content-range: bytes 8-9/10\r
  < \r
  < 89\r
  < --3d6b6a416f9b5\r
  < Content-type: text/plain\r
  < Content-range: bytes 0-1/10\r
  < \r
  < 01\r
  < --3d6b6a416f9b5--\r
  `,
  // nginx: the whole is compressed and its tag weak; the part is not, and has neither.
  `
  > GET /app.css HTTP/1.1
  > Accept-Encoding: gzip, br
  < HTTP/1.1 200 OK
  < Content-Type: text/plain
  < Content-Encoding: br
  < Vary: Accept-Encoding
  < ETag: W/"65a7c1f0-a"
  <
  < (br)
  > GET /app.css HTTP/1.1
  > Accept-Encoding: gzip, br
  > Range: bytes=0-3
  < HTTP/1.1 206 Partial Content
  < Content-Type: text/plain
  < ETag: "65a7c1f0-a"
  < Content-Range: bytes 0-3/10
  <
  < 0123
  `,
  // Changed in between: the parts are of another representation, and say so by their tag.
  `
  > GET /video HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: "v1"
  <
  < 0123456789
  > GET /video HTTP/1.1
  > Range: bytes=0-3
  < HTTP/1.1 206 Partial Content
  < Content-Type: text/plain; charset=utf-8
  < ETag: "v2"
  < Content-Range: bytes 0-3/8
  <
  < abcd
  `,
  // If-Range does not match: everything.
  `
  > GET /video HTTP/1.1
  > Range: bytes=50-
  > If-Range: "v0"
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: "v1"
  <
  < 0123456789
  `,
  refused('bytes=10-', 'bytes */10'),
  refused('bytes=-0', 'bytes */10'),
  // Invalid, and many small ones in no order: both may be refused.
  refused('bytes=5-2', 'bytes */10'),
  refused('bytes=0-0,4-4,2-2,6-6,1-1', 'bytes */10'),
  // Another unit, which the server knows for other resources.
  `
  > GET /video HTTP/1.1
  > Range: seconds=1-2
  < HTTP/1.1 416 Range Not Satisfiable
  < Content-Type: text/plain; charset=utf-8
  <
  < This has no seconds.
  `,
  // HEAD has no ranges.
  `
  > HEAD /video HTTP/1.1
  > Range: bytes=0-3
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Accept-Ranges: bytes
  < Content-Length: 10
  `,
  // S3: the range counts only while the object is the same.
  `
  > GET /bucket/key HTTP/1.1
  > Range: bytes=0-3
  > If-Match: "b54357faf0632cce46e942fa68356b38"
  < HTTP/1.1 206 Partial Content
  < x-amz-request-id: 4442587FB7D0A2F9
  < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
  < ETag: "b54357faf0632cce46e942fa68356b38"
  < Accept-Ranges: bytes
  < Content-Range: bytes 0-3/10
  < Content-Type: binary/octet-stream
  < Server: AmazonS3
  <
  < 0123
  `,
  `
  # several units, in any case
  > GET /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Accept-Ranges: Bytes, pages
  < Content-Type: text/plain; charset=utf-8
  <
  < 0123456789
  `,
]

function part(range: string, contentRange: string, content: string): string {
  return `
  > GET /video HTTP/1.1
  > Range: ${range}
  < HTTP/1.1 206 Partial Content
  < Content-Type: text/plain; charset=utf-8
  < Accept-Ranges: bytes
  < Content-Range: ${contentRange}
  <
  < ${content}
  `
}

function refused(range: string, contentRange: string): string {
  return `
  > GET /video HTTP/1.1
  > Range: ${range}
  < HTTP/1.1 416 Range Not Satisfiable
  < Content-Type: text/plain; charset=utf-8
  < Content-Range: ${contentRange}
  <
  < There are only 10 bytes.
  `
}
