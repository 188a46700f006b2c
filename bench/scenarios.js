// @ts-check
/** What is asked of every contestant; the routes in servers/ answer under these paths. */

/** @typedef {'statuswise' | 'conform' | 'protect' | 'floor' | 'default' | 'production' | 'node-http'} Kind of contestant */

/**
 * @typedef {object} Scenario
 * @property {string} path
 * @property {string} title
 * @property {() => string} request
 * @property {number} status of every answer
 * @property {string} type of the content of statuswise's answer, '' if it has none
 * @property {'floor' | 'default'} baseline what the others are divided by: an error handler that writes precomputed bytes
 *   or, where nothing is thrown, the framework alone
 * @property {readonly Kind[]} others
 * @property {number} share of the time, 1 for most
 */

const AXIOS = 'application/json, text/plain, */*'
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

let serial = 1_000_000

/** An Accept that no fast path and no cache can know: another one in every request, always of the same length. */
function unforeseen() {
  serial += 1
  return `application/vnd.v${serial}+json, text/*;q=0.3, application/problem+json;q=0.8, */*;q=0.1`
}

/** @type {readonly Scenario[]} */
export const scenarios = [
  thrown(404, '/404', '404'),
  thrown(405, '/405', '405 with Allow'),
  thrown(422, '/422', '422 with three validation errors'),
  thrown(500, '/500', '500 from a plain Error'),
  thrown(404, '/404-html', '404 to a browser, HTML', { request: get('/404-html', BROWSER), type: 'text/html' }),
  thrown(404, '/404-unforeseen', '404 to an Accept never seen before', { request: get('/404-unforeseen', unforeseen) }),
  answered(304, '/304', '304', { request: get('/304', AXIOS, 'If-None-Match: "v42"\r\n'), type: '' }),
  // The middleware should cost nothing here: a difference of a few hundredths takes longer to see.
  answered(200, '/200', '200 with JSON, nothing thrown', { share: 1.5 }),
]

/**
 * @param {number} status
 * @param {string} path
 * @param {string} title
 * @param {Partial<Scenario>} [other]
 * @returns {Scenario}
 */
function thrown(status, path, title, other) {
  return {
    path,
    title,
    request: get(path, AXIOS),
    status,
    type: 'application/problem+json',
    baseline: 'floor',
    others: ['statuswise', 'default', 'production', 'node-http'],
    share: 1,
    ...other,
  }
}

/**
 * @param {number} status
 * @param {string} path
 * @param {string} title
 * @param {Partial<Scenario>} [other]
 * @returns {Scenario}
 */
function answered(status, path, title, other) {
  return {
    ...thrown(status, path, title),
    type: 'application/json',
    baseline: 'default',
    others: ['statuswise', 'conform', 'protect', 'node-http'],
    ...other,
  }
}

/**
 * @param {string} path
 * @param {string | (() => string)} accept
 * @param {string} [fields]
 * @returns {() => string}
 */
function get(path, accept, fields = '') {
  const before = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: `
  const after = `\r\nUser-Agent: bench\r\nAccept-Encoding: gzip, compress, deflate, br\r\n${fields}\r\n`
  if (typeof accept === 'function') return () => before + accept() + after
  const request = before + accept + after
  return () => request
}
