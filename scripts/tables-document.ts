// docs/iis.md and docs/sip.md: the tables of src/iis and src/sip, and why. `npm run docs` writes it; a test compares.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { iisStatuses } from '../src/iis/index.ts'
import { sipStatuses } from '../src/sip/index.ts'
import { phraseOf } from '../src/status/index.ts'

/** The page about `statuswise/iis`. */
export function iisDocument(): string {
  const rows = Object.entries(iisStatuses).map(([code, { http, title, retryAfter, why }]) => [
    code,
    title,
    `${http} ${phraseOf(http)}`,
    [why, retryAfter ? 'Retry-After' : undefined].filter((one) => one !== undefined).join('; '),
  ])
  return page([
    '# Sub-status codes of IIS',
    'What `iis(code)` of `statuswise/iis` sends for each, and why, where that is not the status before the dot. The reasons are those of this project; there is no standard for it. A sub-status that is not listed is sent as the status before its dot. Written by `npm run docs`.',
    table(['Sub-status', 'Title', 'Sent as', 'Why'], rows),
    'The client is told the sub-status with `expose: true` only: it says why somebody was refused, which helps who tries to get in. Without it `type` is `about:blank`, the title is that of the HTTP status, and the sub-status is in `problem.substatus`, for `onProblem`, and in the message, for the log.',
    "Errors of others with a `substatus` or `subStatus` (`4` beside `status: 403`, or `'403.4'`) are sent as the same HTTP status, always without the sub-status, with Retry-After where `fallbacks.retryAfter` is set, and with the message that http-errors lets the client see only where the status is still the one that they named.",
  ])
}

/** The page about `statuswise/sip`. */
export function sipDocument(): string {
  const rows = Object.entries(sipStatuses).map(([code, { phrase, http, why, retryAfter, members }]) => [
    `${code} ${phrase}`,
    http === null ? 'nothing yet' : `${http} ${phraseOf(http)}`,
    [...(retryAfter ? ['Retry-After'] : []), ...members.map((member) => `\`${member}\``)].join(', '),
    why,
  ])
  return page([
    '# SIP responses over HTTP',
    "What `fromSip()` of `statuswise/sip` makes of each response of a SIP peer, for HTTP gateways to telephony, and why. The mapping is this project's judgement; there is no standard for it, and `statuses: { 486: 423 }` changes it. Written by `npm run docs`.",
    'Two questions decide: whose fault is it, and who may mend it? What the caller may mend (the address, the media) is a 4xx of its own. What the gateway wrote into the SIP request, or what the SIP server got wrong, is a 502. What the callee decides is the state of the callee, 409 or 403, and never a 503, which would say of the gateway that it is down, and make load balancers take it out.',
    table(['SIP', 'HTTP', 'Passed on', 'Why'], rows),
    'A code that is not in the table is what the x00 of its class is (RFC 3261 §8.1.3.2), and a provisional one nothing yet: 2xx 200, 3xx, 4xx and 5xx 502, 6xx 409. A 3xx is a 502, not a redirect: its alternatives are SIP addresses, which an HTTP client cannot go to, and following them is the business of the gateway.',
    '`contacts` is sent with `contacts: true` only: the addresses are private. `warnings` has codes and texts, of 300 to 389 and of 399, and not who warned, which is the name of a machine. With a 5xx `sipReason` is the registered phrase, unless `expose` is true: what a server that fails says of itself is for the log. A field that is malformed is left out.',
  ])
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) {
  writeFileSync(new URL('../docs/iis.md', import.meta.url), iisDocument())
  writeFileSync(new URL('../docs/sip.md', import.meta.url), sipDocument())
}
