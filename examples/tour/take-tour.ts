import type { Host } from './hosts.ts'
import type { Printer, Result } from './print.ts'
import { topics } from './steps.ts'
import { takeStep } from './take-step.ts'

/**
 * Takes every step on every application, and prints it.
 *
 * @param timeoutMs how long to wait for an answer.
 * @returns how many checks missed.
 */
export async function takeTour(hosts: readonly Host[], printer: Printer, timeoutMs?: number): Promise<number> {
  const results: Result[] = []
  printer.intro(hosts.map(({ name }) => name))
  for (const topic of topics) {
    printer.topic(topic)
    for (const step of topic.steps) {
      const outcomes = []
      for (const host of hosts) outcomes.push(await takeStep(step, host, timeoutMs))
      results.push({ step, outcomes })
      printer.step(results.length, step, outcomes)
    }
  }
  printer.summary(results, hosts.flatMap(({ reports }) => reports).length, hosts.flatMap(({ mends }) => mends).length)
  return results.flatMap(({ outcomes }) => outcomes).filter(({ miss }) => miss !== undefined).length
}
