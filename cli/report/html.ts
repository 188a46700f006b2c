import { createHash } from 'node:crypto'
import { escapeMarkup } from '../../src/text/escape.ts'
import type { Trouble } from '../probes/probe.ts'
import { evidenceElsewhere } from './evidence.ts'
import { STYLE } from './html-style.ts'
import {
  APPLICATION_LEGEND,
  countsOf,
  exitCodeOf,
  type Finding,
  incompleteness,
  isMustLevel,
  missingEverywhere,
  type Occurrence,
  parserNote,
  type Report,
} from './report.ts'
import { briefly } from './safe-text.ts'

/**
 * The report as one HTML file that needs no network and runs no script: exchanges unfold by themselves. All that servers
 * sent is escaped, and a Content-Security-Policy lets nothing in but the styles that are here.
 */
export function htmlReport(report: Report): string {
  const { version, server, overview, findings, troubles, startedAt, seconds, requests, exchanges } = report
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const { must, should, advice } = countsOf(report)
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>Audit of ${escapeMarkup(server)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>Audit of ${escapeMarkup(server)}</h1>`,
    `<p>statuswise ${escapeMarkup(version)} · <time datetime="${startedAt}">${startedAt}</time> · ${requests} requests, ${exchanges} answers, ${seconds} s</p>`,
    `<p class="verdict ${exitCodeOf(report) === 0 ? 'good' : 'bad'}">Rules broken: ${must} MUST, ${should} SHOULD, ${advice} advice. Obeyed: ${report.obeyed.length}.</p>`,
    warning(incompleteness(report)),
    warning(missingEverywhere(report)),
    '</header>',
    '<main>',
    findings.length > 0 ? table(findings) : '<p>No rule is broken in what was seen.</p>',
    findings.some(({ rule }) => rule.decidedBy === 'application')
      ? `<p class="legend">${escapeMarkup(APPLICATION_LEGEND)}</p>`
      : '',
    ...findings.map(section),
    troubles.length > 0 ? troubleList(troubles) : '',
    `<details class="plain"><summary>URLs that were audited, and what their first GET got: ${overview.length}</summary><ul>`,
    ...overview.map(
      ({ target, status }) => `<li><code>GET ${escapeMarkup(briefly(target))} → ${status ?? 'no answer'}</code></li>`,
    ),
    '</ul></details>',
    `<details class="plain"><summary>Rules that were obeyed: ${report.obeyed.length}</summary><ul>`,
    ...report.obeyed.map(({ id, statement }) => `<li><code>${escapeMarkup(id)}</code> ${escapeMarkup(statement)}</li>`),
    '</ul></details>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n')
}

function warning(text: string | undefined): string {
  return text === undefined ? '' : `<p class="verdict bad">${escapeMarkup(text)}</p>`
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ rule, count }) =>
      `<tr><td>${badge(rule.level)}</td><td class="number">${count}</td><td>${link(rule.link, rule.reference)}</td>` +
      `<td><a href="#${escapeMarkup(rule.id)}"><code>${escapeMarkup(rule.id)}</code></a></td><td>${escapeMarkup(rule.statement)}</td></tr>`,
  )
  const head = '<tr><th>Level</th><th>Count</th><th>Section</th><th>Rule</th><th>Statement</th></tr>'
  return `<div class="scroll"><table><thead>${head}</thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}

function section({ rule, count, occurrences }: Finding): string {
  const who = rule.decidedBy === 'application' ? ' <span class="who">up to the application</span>' : ''
  const more = count > occurrences.length ? `<p>${count - occurrences.length} more like these were counted.</p>` : ''
  const note = parserNote({ rule, count, occurrences })
  return [
    `<section id="${escapeMarkup(rule.id)}">`,
    `<h2>${badge(rule.level)} <code>${escapeMarkup(rule.id)}</code>${who}</h2>`,
    `<p>${escapeMarkup(rule.statement)} ${link(rule.link, rule.reference)}</p>`,
    `<p class="remedy"><b>Remedy:</b> ${escapeMarkup(rule.remedy)}</p>`,
    note === undefined ? '' : `<p class="parser">${escapeMarkup(note)}</p>`,
    ...occurrences.map(details),
    more,
    '</section>',
  ].join('\n')
}

function details({ what, evidence, probe, method, target, status, transcript, earlier }: Occurrence): string {
  const isElsewhere = evidenceElsewhere([...earlier, transcript], evidence).length > 0
  return [
    `<details><summary><code>${escapeMarkup(`${method} ${briefly(target)} → ${status}`)}</code> ${escapeMarkup(what)}</summary>`,
    `<p>${escapeMarkup(probe)}</p>`,
    ...earlier.map((text) => `<p>Before it:</p><pre>${mark(text, evidence)}</pre>`),
    earlier.length > 0 ? '<p>Then:</p>' : '',
    `<pre>${mark(transcript, evidence)}</pre>`,
    isElsewhere ? `<p>Evidence:</p><pre class="evidence">${escapeMarkup(evidence)}</pre>` : '',
    '</details>',
  ].join('\n')
}

/** The transcript, with the lines marked that are evidence. */
function mark(transcript: string, evidence: string): string {
  const faulty = new Set(evidence.split('\n').filter((line) => line !== ''))
  return transcript
    .split('\n')
    .map((line) => (faulty.has(line.slice(2)) ? `<mark>${escapeMarkup(line)}</mark>` : escapeMarkup(line)))
    .join('\n')
}

function troubleList(troubles: readonly Trouble[]): string {
  const items = troubles.map(
    ({ severity, id, probe, target, what }) =>
      `<li><span class="badge ${severity}">${severity}</span> <code>${id}</code> <code>${escapeMarkup(briefly(target))}</code> ` +
      `${escapeMarkup(probe)}: ${escapeMarkup(what)}</li>`,
  )
  return `<section id="wire"><h2>On the wire</h2><ul>\n${items.join('\n')}\n</ul></section>`
}

function badge(level: string): string {
  const kind = isMustLevel(level as 'MUST') ? 'error' : level === 'advice' ? 'note' : 'warning'
  return `<span class="badge ${kind}">${escapeMarkup(level)}</span>`
}

function link(href: string, text: string): string {
  return `<a href="${escapeMarkup(href)}" rel="noopener noreferrer">${escapeMarkup(text)}</a>`
}
