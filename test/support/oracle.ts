import { audit, select } from '../../src/audit/index.ts'
import type { Exchange, FieldLine, RequestMessage, ResponseMessage, Rule } from '../../src/rules/index.ts'
import { promised } from './promised.ts'
import type { RawResponse } from './raw-response.ts'
import type { TestApp } from './test-app.ts'

// Everything that tests send to an application with statuswise is judged by the rulebook, which shares no code with what
// it judges.

/** What was found at each port. */
const found = new Map<number, Map<Rule, string>>()
const isBinding = select({ level: 'SHOULD', ignore: [], decidedBy: 'server' })
const isWanted = (rule: Rule): boolean => isBinding(rule) || promised.includes(rule.id)

/** What a connection carried. */
export interface Carried {
  readonly sent: Buffer
  readonly responses: readonly RawResponse[]
  readonly closed: 'fin' | 'reset' | 'open'
  /** Whether anything was malformed; the test itself looks after that. */
  readonly error: string | undefined
}

/** Judges what a connection carried. */
export function judge(port: number, carried: Carried): void {
  for (const exchange of exchangesOf(carried)) judgeExchange(port, exchange)
}

/** Judges an exchange with the server at a port. */
export function judgeExchange(port: number, exchange: Exchange): void {
  for (const { rule, what, evidence } of audit(exchange, isWanted)) {
    const violations = found.get(port) ?? new Map<Rule, string>()
    found.set(port, violations)
    violations.set(rule, `${rule.level} ${what}\n${exchange.request?.method} ${exchange.request?.target}\n${evidence}`)
  }
}

/**
 * Fails where a server has broken a rule since it was started, but for those that its application breaks on purpose.
 *
 * @throws {Error} that tells of each.
 */
export function checkVerdict(port: number, app: TestApp): void {
  const { breaks = [] } = app
  const all = [...(found.get(port) ?? [])].filter(([rule]) => breaks !== 'anything' && !breaks.includes(rule.id))
  found.delete(port)
  const ours = all.filter(([rule]) => isOurs(app, rule)).map(([{ id }, what]) => `${id}: ${what}`)
  if (ours.length > 0) throw new Error(`The server broke rules:\n\n${ours.join('\n\n')}`)
}

/** Whether we answer for a rule. What handlers write by hand under conform() is looked after in part. */
function isOurs({ problems, conform }: TestApp, { level, id }: Rule): boolean {
  if (conform === undefined) return problems !== false && level !== 'advice'
  return conform.mode !== 'report' && conform.mend === undefined && conform.skip === undefined && promised.includes(id)
}

/** The exchanges of a connection that say something of its server. */
export function exchangesOf({ sent, responses, closed, error }: Carried): Exchange[] {
  const requests = requestsOf(sent)
  return responses.flatMap((response, index): Exchange[] => {
    const request = requests[index]
    // A response that had not come to its end when the test went away says nothing of the server.
    if (request === undefined || (!response.complete && closed === 'open')) return []
    const isLast = index === responses.length - 1
    return [
      {
        request,
        interim: response.interim.map((one) => messageOf(one)),
        response: {
          ...messageOf(response),
          content: new Uint8Array(response.body),
          trailers: response.trailers,
          complete: response.complete,
          ...(error === undefined && isLast ? { surplus: 0 } : {}),
        },
      },
    ]
  })
}

function messageOf({ version, status, reason, headerLines }: RawResponse): ResponseMessage {
  const lines = headerLines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const head = `HTTP/${version} ${status} ${reason}\r\n${lines}\r\n`
  return { version: version === '1.0' ? '1.0' : '1.1', status, reason, fields: headerLines, head }
}

/** The requests that can be told apart by their own framing; what follows broken framing is left out. */
function requestsOf(sent: Buffer): RequestMessage[] {
  const requests: RequestMessage[] = []
  let rest = sent.toString('latin1')
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    const [line = '', ...lines] = rest.slice(0, Math.max(end, 0)).split('\r\n')
    const match = /^(\S+) (\S+) HTTP\/(1\.[01])$/.exec(line)
    if (end === -1 || match === null) return requests
    const fields = lines.flatMap((one): FieldLine[] => {
      const [, name, value] = /^([^\s:]+):[\t ]*(.*?)[\t ]*$/.exec(one) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    })
    const [, method = '', target = '', version] = match
    const lengths = fields.filter(([name]) => name.toLowerCase() === 'content-length').map(([, value]) => value)
    const isChunked = fields.some(([name]) => name.toLowerCase() === 'transfer-encoding')
    requests.push({ method, target, version: version === '1.0' ? '1.0' : '1.1', fields, secure: false })
    if (isChunked || lengths.length > 1 || !/^\d*$/.test(lengths[0] ?? '')) return requests
    rest = rest.slice(end + 4 + Number(lengths[0] ?? 0))
    if (rest === '') return requests
  }
}
