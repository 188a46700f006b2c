import type { Report, ReportRule } from '../../cli/report/report.ts'

export const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;]]>`

export const mustRule: ReportRule = {
  id: '9110-15.5.6-allow',
  level: 'MUST',
  reference: 'RFC 9110 §15.5.6',
  link: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6',
  statement: 'A 405 lists the methods of the target in Allow.',
  remedy: "throw new MethodNotAllowed({ allow: ['GET'] }).",
  decidedBy: 'server',
}

const should: ReportRule = { ...mustRule, id: 'a-should', level: 'SHOULD', decidedBy: 'application' }
const advice: ReportRule = { ...mustRule, id: 'an-advice', level: 'advice' }
export const obeyed: ReportRule = { ...mustRule, id: 'obeyed', level: 'MUST NOT' }

const occurrence = {
  what: `There is no Allow. ${EVIL}`,
  evidence: `HTTP/1.1 405 Method Not Allowed\n(no allow)`,
  probe: 'OPTIONS',
  method: 'OPTIONS',
  target: `/orders?${EVIL}`,
  status: 405,
  transcript: `> OPTIONS /orders HTTP/1.1\n< HTTP/1.1 405 Method Not Allowed\n< X: ${EVIL}\n< \n< ${EVIL}`,
  earlier: [`> GET /orders HTTP/1.1\n< HTTP/1.1 200 OK\n< X: ${EVIL}`],
}

/** A report with one of everything, and content that wants to get out. */
export const sample: Report = {
  version: '1.2.3',
  server: 'http://localhost:3000',
  targets: ['/orders', `/${EVIL}`],
  overview: [
    { target: '/orders', status: 200 },
    { target: `/${EVIL}`, status: null },
  ],
  startedAt: '2026-11-21T08:00:00.000Z',
  seconds: 1.5,
  requests: 40,
  exchanges: 41,
  stopped: undefined,
  findings: [
    { rule: mustRule, count: 60, occurrences: [occurrence, { ...occurrence, target: '/other' }] },
    { rule: should, count: 1, occurrences: [occurrence] },
    { rule: advice, count: 1, occurrences: [occurrence] },
  ],
  troubles: [
    { id: 'wire-no-answer', severity: 'error', probe: `GET ${EVIL}`, method: 'GET', target: `/${EVIL}`, what: EVIL },
    { id: 'wire-not-read', severity: 'note', probe: 'GET', method: 'GET', target: '/', what: 'Too long.' },
  ],
  obeyed: [obeyed],
}

/** A report without anything wrong. */
export const clean: Report = { ...sample, findings: [], troubles: [] }
