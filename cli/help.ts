export const HELP: string = `statuswise: HTTP responses by the RFCs

  statuswise audit <url>         probe a running server and audit what it answers
  statuswise explain <what>      a status (416), a rule (9110-15.5.6-allow), a field (Retry-After), an RFC (9110)
  statuswise --version
  statuswise <command> --help
`

export const AUDIT_HELP: string = `statuswise audit <url>: probe a running server of any kind over raw sockets

  statuswise audit http://localhost:3000/orders
  statuswise audit http://localhost:3000 --openapi openapi.yaml --html report.html

What to audit
  --openapi <file>        the paths of an OpenAPI description, JSON or YAML
  --routes <file>         the paths of a file, one per line: /orders/7, or GET /orders/7
  -H, --header 'N: v'     a header field for every request; again for more. Values are not shown in reports
  --crawler               also what search engines look at: soft 404, robots.txt, redirects, 503

Which rules
  --rule <id>             only this rule; again for more
  --ignore <id>           all but this rule; again for more

What comes out (default: a table and exchanges, for people)
  --json                  JSON
  --sarif                 SARIF 2.1.0, for code scanning
  --junit                 JUnit XML: a broken MUST fails, a broken SHOULD is skipped
  --html <file>           also an HTML report, one file

What may be sent
  Only GET, HEAD, OPTIONS; and without any content, a safe method (PROPFIND, SEARCH, REPORT or QUERY) that the server
  has left out of Allow, and one that does not exist: where the server has said by Allow that it does not have it, or
  by 404 that nothing is there. Never POST, PUT, PATCH or DELETE.
  --unsafe                those too, and all methods everywhere: only against a server whose data do not matter
  --yes-i-may             a server that is not on this machine. The audit sends broken and oversized requests: only
                          where you are allowed to
  --rate <n>              requests per second (50; with --yes-i-may 10)
  --max-requests <n>      at most so many (2000)
  --timeout <seconds>     for one response (5)
  --max-time <seconds>    for all (300)

"Up to the application" is said of a rule that asks for a text, a resource or a policy that only whoever wrote the
handler knows; the others are for the server to obey, by itself or by a middleware.

Ends with 0 if all is well; 1 if a MUST is broken or the server gave no HTTP response where it owed one; 2 if the
command is wrong, the server cannot be reached, or the audit is not complete (--max-requests, --max-time) and found
no MUST broken; 130 if interrupted (Ctrl-C), with a report of what is known until then. A second Ctrl-C ends it at once.
`

export const EXPLAIN_HELP: string = `statuswise explain <what>: what a status or a rule means

  statuswise explain 416
  statuswise explain "Not Found"             by its phrase, of today or of an older RFC: "Moved Temporarily"
  statuswise explain 509                     what nobody has registered, and what to send instead
  statuswise explain 4xx                     a class: its statuses
  statuswise explain 403.4                   a sub-status of IIS
  statuswise explain sip:486                 a response of SIP, and what HTTP has for it
  statuswise explain 9110-15.5.6-allow
  statuswise explain Retry-After             the rules about a field, and the statuses that owe it
  statuswise explain 9110                    the rules of an RFC, or of a section: 9110-15.5.6

  --language <tag>        zh-Hant: in Chinese; de, es, fr, ja, pt-BR, zh-Hans: the names of the statuses and what
                          clients are told of them

The id of a rule begins with the number of its RFC and the section.
`
