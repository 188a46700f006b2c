// @ts-check
/** A response off the wire, taken apart, so that a contestant can be given the same bytes to write. */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} reason
 * @property {string[]} headers name, value, name, value …; without those that node:http adds by itself
 * @property {string} body
 */

const ADDED_BY_NODE = ['date', 'connection', 'keep-alive']

/**
 * @param {Buffer} received
 * @returns {Answer | undefined} undefined while some of it is still to come
 */
export function parse(received) {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [statusLine = '', ...lines] = received.toString('latin1', 0, end).split('\r\n')
  const [, status = '', reason = ''] = /^HTTP\/1\.1 (\d{3}) (.*)$/.exec(statusLine) ?? []
  const fields = lines.map(field)
  const body = received.subarray(end + 4)
  const missing = contentLength(status, fields) - body.length
  if (missing > 0) return undefined
  if (missing !== 0) throw new Error(`a response that is not as long as it says: ${statusLine}`)
  const headers = fields.filter(([name]) => !ADDED_BY_NODE.includes(name.toLowerCase())).flat()
  return { status: Number(status), reason, headers, body: body.toString() }
}

/**
 * Whether two answers are the same on the wire, the order of the header lines aside.
 * @param {Answer} one
 * @param {Answer | undefined} other
 */
export function same(one, other) {
  return other !== undefined && canonical(one) === canonical(other)
}

/**
 * @param {Answer} answer
 * @param {string} field
 */
export function header({ headers }, field) {
  const at = headers.findIndex((name, at) => at % 2 === 0 && name.toLowerCase() === field.toLowerCase())
  return at < 0 ? undefined : headers[at + 1]
}

/** @param {Answer} answer */
function canonical({ status, reason, headers, body }) {
  const fields = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name.toLowerCase()}: ${headers[at + 1]}`] : []))
  return [status, reason, ...fields.sort(), body].join('\n')
}

/**
 * @param {string} line
 * @returns {[string, string]}
 */
function field(line) {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

/**
 * @param {string} status
 * @param {[string, string][]} fields
 * @returns {number} NaN if the response does not say
 */
function contentLength(status, fields) {
  if (status === '304') return 0
  return Number(fields.find(([name]) => name.toLowerCase() === 'content-length')?.[1])
}
