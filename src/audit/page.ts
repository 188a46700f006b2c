import type { Level } from '../rules/index.ts'
import { escapeMarkup } from '../text/escape.ts'
import type { LedgerEntry, LedgerRoute } from './ledger.ts'
import { citationOf, linkOf } from './link.ts'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin: 2rem 0 0; font-size: 1.1rem; font-family: ui-monospace, monospace; overflow-wrap: anywhere }
details { margin: .5rem 0; border-left: .25rem solid; padding-left: .75rem }
summary { cursor: pointer }
.must { border-color: #c62828 }
.should { border-color: #ef6c00 }
.advice { border-color: #90a4ae }
pre { overflow-x: auto; padding: .5rem; background: color-mix(in srgb, currentcolor 8%, transparent) }
`

/** What was seen so far, as a page of HTML that needs nothing else. All of it is escaped: clients wrote parts of it. */
export function ledgerPage(routes: readonly LedgerRoute[]): string {
  const broken = routes.filter(({ entries }) => entries.length > 0)
  const exchanges = routes.reduce((sum, route) => sum + route.exchanges, 0)
  const count = broken.reduce((sum, { entries }) => sum + entries.length, 0)
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>statuswise: what was seen</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What was seen</h1>
<p>${counted(exchanges, 'exchange')} on ${counted(routes.length, 'route')}; ${count === 0 ? 'no rule was broken.' : `rules broken: ${count}.`}</p>
${broken.map(routeSection).join('\n')}
</body>
</html>
`
}

function routeSection({ route, exchanges, entries }: LedgerRoute): string {
  return `<section>
<h2>${escapeMarkup(route)}</h2>
<p>${counted(exchanges, 'exchange')}</p>
${entries.map(entryDetails).join('\n')}
</section>`
}

function entryDetails({ violation: { rule, what, evidence }, transcript, count }: LedgerEntry): string {
  return `<details class="${classOf(rule.level)}">
<summary><strong>${rule.level}</strong> ${escapeMarkup(rule.statement)} <small>(${count === 1 ? 'once' : `${count} times`})</small></summary>
${what === '' ? '' : `<p>${escapeMarkup(what)}</p>\n`}${block(evidence)}<p>To mend it: ${escapeMarkup(rule.remedy)}</p>
<p><a href="${escapeMarkup(linkOf(rule))}" rel="noreferrer">${escapeMarkup(citationOf(rule))}</a> <code>${escapeMarkup(rule.id)}</code></p>
${block(transcript)}</details>`
}

function classOf(level: Level): string {
  return level.replace(' NOT', '').toLowerCase()
}

function counted(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `${count} ${what}s`
}

// There may have been no room to keep it.
function block(text: string): string {
  return text === '' ? '' : `<pre>${escapeMarkup(text)}</pre>\n`
}
