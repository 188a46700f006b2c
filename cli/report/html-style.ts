/** The styles of the HTML report, light and dark. Its hash is in the Content-Security-Policy of the page. */
export const STYLE: string = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #f3f4f6; --line: #d0d5db; --link: #0a58ca;
  --error: #b42318; --warning: #92600a; --note: #2f5d8a; --good: #1a7f37; --mark: #ffe3a3; --mark-ink: #1b1f24 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #14171a; --soft: #1f2429; --line: #3a414a;
  --link: #7fb2ff; --error: #ff8a80; --warning: #f0c04c; --note: #8fc1f0; --good: #6fd389; --mark: #5c4708; --mark-ink: #fff } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.1rem; margin: 0 0 .5rem } p { margin: .4rem 0 }
a { color: var(--link) }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .875em }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem; margin: .4rem 0;
  white-space: pre-wrap; overflow-wrap: anywhere }
section { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; margin-top: 1rem }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line) }
td.number { text-align: right } td:nth-child(n+4) { min-width: 15rem } th, td:nth-child(-n+3) { white-space: nowrap }
.badge { border: 1px solid currentcolor; border-radius: 4px; padding: 0 .4em; font-size: .8em; font-weight: 600; white-space: nowrap }
.error, .verdict.bad { color: var(--error) } .warning { color: var(--warning) } .note { color: var(--note) }
.verdict { font-weight: 600 } .verdict.good { color: var(--good) } .who { font-size: .8em; font-weight: 400 }
details { margin: .4rem 0 } summary { cursor: pointer } details[open] > summary { font-weight: 600 }
details.plain { margin-top: 1.5rem } mark { background: var(--mark); color: var(--mark-ink) }
@media (max-width: 45rem) { table, tbody { display: block } thead { display: none }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  td, td:nth-child(-n+3) { display: inline; white-space: normal; min-width: 0; border: 0; padding: 0 .5rem 0 0 }
  td.number::after { content: "×" } td:nth-child(n+4) { display: block; min-width: 0 } }
@media print { details:not([open]) > *:not(summary) { display: block } }
`
