/** What must not reach an application. */
export const smuggled = '/smuggled'

/** Bytes that some readers of HTTP take for one request, and others for two. */
export interface Smuggler {
  readonly name: string
  readonly sent: string
  /** What it is to be answered; with that the connection ends. */
  readonly status: number
  /** Whether its head is right, so that the application sees it. */
  readonly isBegun: boolean
}

const hidden = `GET ${smuggled} HTTP/1.1\r\nHost: a\r\n\r\n`
const chunks = `0\r\n\r\n${hidden}`

const post = (fields: string, body: string): string => `POST / HTTP/1.1\r\nHost: a\r\n${fields}\r\n\r\n${body}`
const closing = 'Connection: close\r\n'

/** Messages that have to be refused, each with a request behind what could be taken for its end (RFC 9112 §6.3, §11.2). */
const refused: readonly (readonly [name: string, sent: string, status?: number])[] = [
  ['a Content-Length beside chunks', post('Content-Length: 5\r\nTransfer-Encoding: chunked', chunks)],
  ['chunks beside a Content-Length', post('Transfer-Encoding: chunked\r\nContent-Length: 5', chunks)],
  ['two Content-Lengths', post('Content-Length: 0\r\nContent-Length: 60', hidden)],
  ['two Content-Lengths that agree', post('Content-Length: 3\r\nContent-Length: 3', `abc${hidden}`)],
  ['a list of Content-Lengths', post('Content-Length: 3, 3', `abc${hidden}`)],
  ['a Content-Length with a sign', post('Content-Length: +3', `abc${hidden}`)],
  ['a negative Content-Length', post('Content-Length: -1', hidden)],
  ['a Content-Length in hexadecimal', post('Content-Length: 0x3', `abc${hidden}`)],
  ['a Content-Length of two numbers', post('Content-Length: 3 3', `abc${hidden}`)],
  ['a Content-Length beyond all numbers', post('Content-Length: 18446744073709551619', `abc${hidden}`)],
  ['an empty Content-Length', post('Content-Length:', hidden)],
  ['a coding that only looks like chunked', post('Transfer-Encoding: xchunked', chunks)],
  ['a coding in quotes', post('Transfer-Encoding: "chunked"', chunks)],
  ['chunked, and not last', post('Transfer-Encoding: chunked, identity', chunks)],
  ['chunked twice', post('Transfer-Encoding: chunked, chunked', chunks)],
  ['two Transfer-Encodings', post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity', chunks)],
  ['a coding that nobody knows before chunked', post('Transfer-Encoding: x, chunked', chunks), 501],
  ['a vertical tab before chunked', post('Transfer-Encoding: \x0bchunked', chunks)],
  ['a blank before the colon', post('Transfer-Encoding : chunked', chunks)],
  ['a tab before the colon', post('Content-Length\t: 3', `abc${hidden}`)],
  ['a blank before the name', post(' Transfer-Encoding: chunked', chunks)],
  ['a folded line', post('X: a\r\n Transfer-Encoding: chunked', chunks)],
  ['a folded Transfer-Encoding', post('Transfer-Encoding:\r\n chunked', chunks)],
  ['NUL in a name', post('Transfer-Encoding\0: chunked', chunks)],
  ['NUL in a value', post('Transfer-Encoding: chunked\0', chunks)],
  ['a name that is none', post('Transfer(Encoding: chunked', chunks)],
  ['a line without a colon', post('Transfer-Encoding chunked', chunks)],
  ['a bare CR', post('X: a\rTransfer-Encoding: chunked', chunks)],
  ['lines that end with LF alone', `POST / HTTP/1.1\nHost: a\nContent-Length: 3\n\nabc${hidden}`],
  ['one line that ends with LF alone', post('X: a\nContent-Length: 3', `abc${hidden}`)],
  ['an empty line that is LF alone', `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\nabc${hidden}`],
  ['HTTP/0.9', `GET /\r\n${hidden}`],
  ['HTTP/0.9, and no more', `GET /\r\n\r\n${hidden}`, 505],
  ['HTTP/2.0', `GET / HTTP/2.0\r\nHost: a\r\n\r\n${hidden}`, 505],
  ['a target with a blank', `GET / HTTP/1.1 HTTP/1.1\r\nHost: a\r\n\r\n${hidden}`],
  ['a request line with a tab', `GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n${hidden}`],
  ['no request at all', `\0\0\0\r\n\r\n${hidden}`],
  ['no Host', `GET / HTTP/1.1\r\n\r\n${hidden}`],
  ['an unknown expectation, and two Hosts', `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nExpect: x\r\n\r\n${hidden}`],
  ['an unknown expectation, and such a coding', post('Expect: x\r\nTransfer-Encoding: x, chunked', chunks), 501],
  ['two Hosts', `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${hidden}`],
]

/** Content in chunks that are none, behind a head that is right. */
const badChunks: readonly (readonly [name: string, chunks: string])[] = [
  ['a chunk size that is no number', `zz\r\nabc\r\n${chunks}`],
  ['a chunk size with a sign', `+3\r\nabc\r\n${chunks}`],
  ['a negative chunk size', `-1\r\n${chunks}`],
  ['a chunk size with 0x', `0x3\r\nabc\r\n${chunks}`],
  ['a chunk size beyond all numbers', `10000000000000003\r\nabc\r\n${chunks}`],
  ['an empty chunk size', `\r\n${chunks}`],
  ['a chunk that is longer than its size', `3\r\nabcd\r\n${chunks}`],
  ['a chunk that ends with LF', `3\r\nabc\n${chunks}`],
  ['a chunk size that ends with LF', `3\nabc\r\n${chunks}`],
  ['a chunk extension with LF', `3;a\nabc\r\n${chunks}`],
  ['a blank behind a chunk size', `3 \nabc\r\n${chunks}`],
  ['a trailer that is folded', `0\r\nX: a\r\n b\r\n\r\n${hidden}`],
  ['a trailer with a blank before its colon', `0\r\nX : a\r\n\r\n${hidden}`],
]

/** What is right, and holds what looks like a request. */
const taken: readonly (readonly [name: string, sent: string])[] = [
  ['content with a length', post(`${closing}Content-Length: ${hidden.length}`, hidden)],
  [
    'content in a chunk',
    post(`${closing}Transfer-Encoding: chunked`, `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`),
  ],
  ['the content of a GET', `GET / HTTP/1.1\r\nHost: a\r\n${closing}Content-Length: ${hidden.length}\r\n\r\n${hidden}`],
  ['what follows Connection: close', post(`${closing}Content-Length: 3`, `abc${hidden}`)],
  ['a trailer', post(`${closing}Transfer-Encoding: chunked`, `0\r\nX: GET ${smuggled} HTTP/1.1\r\n\r\n`)],
]

export const smugglers: readonly Smuggler[] = [
  ...refused.map(([name, sent, status = 400]) => ({ name, sent, status, isBegun: false })),
  ...badChunks.map(([name, body]) => {
    return { name, sent: post('Transfer-Encoding: chunked', body), status: 400, isBegun: true }
  }),
  ...taken.map(([name, sent]) => ({ name, sent, status: 200, isBegun: true })),
]
