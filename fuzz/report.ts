import type { Finding, Outcome } from './campaign.ts'
import type { Plan } from './generate/connection.ts'

/** What came of a campaign, in a line. */
export function summary(host: string, { connections, sent, answered, bytes, milliseconds, statuses }: Outcome): string {
  const seconds = milliseconds / 1000
  const kinds = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`)
  return (
    `${host}: ${sent} requests on ${connections} connections, ${answered} answered, ${Math.round(bytes / 1e6)} MB, ` +
    `${seconds.toFixed(1)} s, ${Math.round(sent / seconds)} per second\n  ${kinds.join(', ')}`
  )
}

/** A finding, with what it takes to see it again. */
export function describeFinding(host: string, seed: number, finding: Finding, plan: Plan | undefined): string {
  const { kind, what, times, connections } = finding
  const again = connections.map((number) => `npm run fuzz -- --seed ${seed} --host ${host} --connection ${number}`)
  return [
    `${kind} (${times} times), on ${host}, seed ${seed}, connection ${connections.join(', ')}`,
    indent(what),
    plan === undefined
      ? '  By itself the connection does not show it: it depends on what was before, or on time.'
      : `  Sent (client ends ${plan.ends}):\n${indent(plan.packets.map(literal).join('\n'))}`,
    `  Again: ${again.length > 3 ? `${again[0]}, and so on` : again.join('\n         ')}`,
  ].join('\n')
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}

/** A packet as a JavaScript string of ISO 8859-1. */
function literal(packet: Buffer): string {
  const text = packet.toString('latin1').replace(/(.)\1{99,}/gs, (all, one: string) => `${one}…(${all.length} times)`)
  return JSON.stringify(text).replace(/[\x7f-\xff]/g, (one) => `\\x${one.charCodeAt(0).toString(16)}`)
}
