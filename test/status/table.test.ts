import { STATUS_CODES } from 'node:http'
import { describe, expect, it } from 'vitest'
import { statuses } from '../../src/status/index.ts'

// Written from the IANA HTTP Status Code Registry as of 2025-09-15, apart from the table it checks.
const registry: Readonly<Record<number, string>> = {
  100: 'Continue',
  101: 'Switching Protocols',
  102: 'Processing',
  103: 'Early Hints',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  207: 'Multi-Status',
  208: 'Already Reported',
  226: 'IM Used',
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  305: 'Use Proxy',
  306: '(Unused)',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  418: '(Unused)',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked',
  424: 'Failed Dependency',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates',
  507: 'Insufficient Storage',
  508: 'Loop Detected',
  510: 'Not Extended',
  511: 'Network Authentication Required',
}

// Where the codes are defined that RFC 9110 does not define, apart from the table it checks, too.
const elsewhere: Readonly<Record<number, string>> = {
  102: 'RFC 2518 §10.1',
  103: 'RFC 8297 §2',
  207: 'RFC 4918 §11.1',
  208: 'RFC 5842 §7.1',
  226: 'RFC 3229 §10.4.1',
  418: 'RFC 2324 §2.3.2',
  423: 'RFC 4918 §11.3',
  424: 'RFC 4918 §11.4',
  425: 'RFC 8470 §5.2',
  428: 'RFC 6585 §3',
  429: 'RFC 6585 §4',
  431: 'RFC 6585 §5',
  451: 'RFC 7725 §3',
  506: 'RFC 2295 §8.1',
  507: 'RFC 4918 §11.5',
  508: 'RFC 5842 §7.2',
  510: 'RFC 2774 §7',
  511: 'RFC 6585 §6',
}

// Where node:http of Node 20 to 26 departs from the registry; a later version may come round to it.
const nodeDepartures: Readonly<Record<number, string | undefined>> = {
  306: undefined,
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  509: 'Bandwidth Limit Exceeded',
}

const codes = statuses.map((status) => status.code)
const phrases: Readonly<Record<number, string>> = Object.fromEntries(statuses.map(({ code, phrase }) => [code, phrase]))

describe('the status table', () => {
  it('has every permanently registered code and no other (RFC 9110 §16.2)', () => {
    expect(codes.map(String)).toEqual(Object.keys(registry))
  })

  it.each(statuses.filter((status) => status.code !== 418))('$code is "$phrase", as registered', ({ code, phrase }) => {
    expect(phrase).toBe(registry[code])
  })

  it('418 keeps the name that deployed software knows (RFC 2324 §2.3.2)', () => {
    expect(phrases[418]).toBe("I'm a Teapot")
  })

  it('leaves out 104, whose registration is temporary', () => {
    expect(codes).not.toContain(104)
  })

  it('lists each code once, in ascending order', () => {
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b))
  })

  it('marks as unused what is reserved without a meaning (RFC 9110 §15.4.7, §15.5.19)', () => {
    expect(statuses.filter((status) => status.unused).map((status) => status.code)).toEqual([306, 418])
  })

  it("departs from node's STATUS_CODES in nothing but the documented phrases", () => {
    const everyCode = new Set([...codes, ...Object.keys(STATUS_CODES).map(Number)])
    const undocumented = [...everyCode].filter(
      (code) =>
        STATUS_CODES[code] !== phrases[code] &&
        !(code in nodeDepartures && STATUS_CODES[code] === nodeDepartures[code]) &&
        code !== 104, // a later Node may know a registration that has become permanent
    )
    expect(undocumented).toEqual([])
  })

  it.each([
    [413, 'Content Too Large', '§15.5.14'],
    [422, 'Unprocessable Content', '§15.5.21'],
  ])('%i has its phrase of today, "%s" (RFC 9110 %s)', (code, phrase) => {
    expect(phrases[code]).toBe(phrase)
  })

  it.each(statuses)('$code names its RFC and section: $reference', ({ reference }) => {
    expect(reference).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/)
  })

  it.each(statuses.filter(({ reference }) => reference.startsWith('RFC 9110')))(
    '$code is defined in the section of its class (RFC 9110 §15.2 to §15.6)',
    ({ code, reference }) => {
      expect(reference).toContain(`RFC 9110 §15.${Math.trunc(code / 100) + 1}.`)
    },
  )

  it('cites the section that defines a code, where that is not in RFC 9110', () => {
    const others = statuses.filter(({ reference }) => !reference.startsWith('RFC 9110'))
    expect(Object.fromEntries(others.map(({ code, reference }) => [code, reference]))).toEqual(elsewhere)
  })

  it('cites each section for one code', () => {
    const references = statuses.map((status) => status.reference)
    expect(references).toEqual([...new Set(references)])
  })

  it.each([
    ['1', 'informational'],
    ['2', 'successful'],
    ['3', 'redirection'],
    ['4', 'client error'],
    ['5', 'server error'],
  ])('%sxx is the class "%s" (RFC 9110 §15)', (digit, name) => {
    const rows = statuses.filter((status) => String(status.code).startsWith(digit))
    expect(new Set(rows.map((status) => status.class))).toEqual(new Set([name]))
  })

  it('cannot be changed by anyone, since one table serves every response', () => {
    const parts = [statuses, ...statuses, ...statuses.flatMap(({ must, should }) => [must, should])]
    expect(parts.filter((part) => !Object.isFrozen(part))).toEqual([])
  })
})
