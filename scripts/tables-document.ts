// docs/iis.md: the table of src/iis, and why. `npm run docs` writes it; a test compares.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { iisStatuses } from '../src/iis/index.ts'
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

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) writeFileSync(new URL('../docs/iis.md', import.meta.url), iisDocument())
