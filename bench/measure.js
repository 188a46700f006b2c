// @ts-check
/**
 * Rounds. In a round each contestant in turn answers a block of requests, and is asked before and after what CPU time it
 * has used. Every second round goes through the contestants backwards (A B, B A), so that what drifts cancels out, and each
 * pair of rounds starts with another contestant, so that no one is always first.
 */
import { connect } from './answers.js'
import { Contestant } from './contestant.js'
import { scenarios } from './scenarios.js'
import { LEAST_ROUNDS, mean, ratio } from './statistics.js'

/** @typedef {import('./answers.js').Answers} Answers */
/** @typedef {import('./scenarios.js').Kind} Kind */
/** @typedef {import('./scenarios.js').Scenario} Scenario */
/** @typedef {import('./statistics.js').Estimate} Estimate */
/** @typedef {{ role: Role, microseconds: number, ratio: Estimate | undefined }} Line the baseline itself has no ratio */
/** @typedef {'baseline' | 'again' | Kind} Role `again` is the A/A run: the baseline in a second process */
/** @typedef {{ role: Role, contestant: Contestant, client: import('./load.js').Client, costs: number[] }} Entry */

/**
 * @typedef {object} Effort
 * @property {number} seconds of measuring
 * @property {number} warmUp responses of each contestant to all scenarios, and again to the one that is measured
 * @property {number} block responses in a block: few, because a busy neighbour should meet all contestants of a round
 */

/** Responses before a block that find the caches cold, because another process was on the core. */
const WARM_IN = 20

/**
 * The processes are new for each scenario: what a process has done before, and with that the size of its heap, was worth a
 * fifth of a response when it was tried.
 * @param {import('./contestant.js').Framework} framework
 * @param {Scenario} scenario
 * @param {Answers} answers
 * @param {Effort} effort
 * @returns {Promise<Line[]>} the baseline, its A/A run, then the others
 */
export async function measure(framework, scenario, answers, { seconds, warmUp, block }) {
  /** @param {Role} role @param {Kind} kind @returns {Promise<Entry>} */
  const enter = async (role, kind) => {
    const contestant = await Contestant.start(framework, kind, answers)
    await warm(contestant, answers, warmUp)
    return { role, contestant, client: await connect(contestant, scenario, answers), costs: [] }
  }
  const base = await enter('baseline', scenario.baseline)
  const entries = [base, await enter('again', scenario.baseline)]
  for (const kind of scenario.others) {
    if (kind !== 'production' || framework === 'express') entries.push(await enter(kind, kind))
  }
  for (const { client } of entries) await client.run(warmUp)
  await rounds(entries, seconds * scenario.share, block)
  for (const { contestant, client } of entries) {
    client.close()
    contestant.stop()
  }
  return entries.map(({ role, costs }) => {
    return { role, microseconds: mean(costs), ratio: role === 'baseline' ? undefined : ratio(costs, base.costs) }
  })
}

/**
 * A server in service has seen everything, and its code is compiled for all of it.
 * @param {Contestant} contestant
 * @param {Answers} answers
 * @param {number} responses
 */
async function warm(contestant, answers, responses) {
  for (const scenario of scenarios) {
    const client = await connect(contestant, scenario, answers)
    await client.run(Math.ceil(responses / scenarios.length))
    client.close()
  }
}

/**
 * @param {readonly Entry[]} entries
 * @param {number} seconds
 * @param {number} block
 */
async function rounds(entries, seconds, block) {
  const end = performance.now() + seconds * 1000
  for (let round = 0; round < LEAST_ROUNDS || round % 2 === 1 || performance.now() < end; round += 1) {
    const first = (round >> 1) % entries.length
    const order = [...entries.slice(first), ...entries.slice(0, first)]
    for (const entry of round % 2 === 0 ? order : order.reverse()) await answer(entry, block)
  }
}

/**
 * @param {Entry} entry
 * @param {number} block
 */
async function answer({ contestant, client, costs }, block) {
  await client.run(WARM_IN)
  const before = await contestant.cpu()
  await client.run(block)
  costs.push(((await contestant.cpu()) - before) / block)
}
