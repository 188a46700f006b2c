import { type Conversation, converse, type Exchange, exchange, request } from '../../test/support/raw-client.ts'
import { brokenRules } from './broken-rules.ts'
import { Miss } from './expect.ts'
import type { Host } from './hosts.ts'
import type { Sent, Step } from './step.ts'

/** What an application did in a step. */
export interface Outcome {
  readonly host: string
  readonly exchange: Exchange
  /** How many requests and responses were audited. */
  readonly audited: number
  /** What the rulebook has to say of them. */
  readonly broken: readonly string[]
  /** Undefined where the rule holds. */
  readonly miss: Miss | undefined
}

/** Sends the requests of a step to an application, and judges what comes back. */
export async function takeStep(step: Step, host: Host, timeoutMs = 5000): Promise<Outcome> {
  const text = step.send.map((sent) => request(withToken(sent, host))).join('')
  const { length: reported } = host.reports
  const { length: mended } = host.mends
  const { talk } = step
  let sent: Buffer = Buffer.from(text)
  const seen = await (talk === undefined
    ? exchange(host.port, text, { timeoutMs })
    : converse(host.port, { timeoutMs }, async (conversation: Conversation) => {
        const heard = await talk(conversation, text)
        sent = conversation.sent
        return heard
      }))
  const told = { reports: host.reports.slice(reported), mends: host.mends.slice(mended) }
  const { audited, broken } = brokenRules({ sent, ...seen }, step.breaks)
  return { host: host.name, exchange: seen, audited, broken, miss: judge(step, seen, told) ?? missOf(broken) }
}

function judge(step: Step, seen: Exchange, told: Pick<Host, 'reports' | 'mends'>): Miss | undefined {
  const { responses, error } = seen
  const response = responses.at(-1)
  if (response === undefined) return new Miss('response', 'one', error ?? `none; the connection is ${seen.closed}`)
  if (error !== undefined) return new Miss('the bytes received', 'valid HTTP', error)
  try {
    step.holds({ response, responses, exchange: seen, ...told })
    return undefined
  } catch (thrown) {
    if (thrown instanceof Miss) return thrown
    return new Miss('the response', 'one that can be judged', String(thrown))
  }
}

function missOf(broken: readonly string[]): Miss | undefined {
  return broken.length === 0 ? undefined : new Miss('the rulebook', 'no rule of it broken', broken.join('\n'))
}

function withToken({ as, ...parts }: Sent, { tokens }: Host): Sent {
  if (as === undefined) return parts
  return { ...parts, headers: { ...parts.headers, Authorization: `Bearer ${tokens[as]}` } }
}
