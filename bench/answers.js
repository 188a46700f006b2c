// @ts-check
/** What has to come over the wire: captured once, written by those who write precomputed bytes, checked in all. */
import { Contestant } from './contestant.js'
import { Client } from './load.js'
import { header, same } from './response.js'
import { scenarios } from './scenarios.js'

/** @typedef {import('./response.js').Answer} Answer */
/** @typedef {Record<string, Answer>} Answers by path */
/** @typedef {import('./scenarios.js').Scenario} Scenario */
/** @typedef {import('./scenarios.js').Kind} Kind */

/**
 * What statuswise answers to what is thrown, and the framework alone to the rest.
 * @param {import('./contestant.js').Framework} framework
 */
export async function capture(framework) {
  /** @type {Answers} */
  const answers = {}
  const statuswise = await Contestant.start(framework, 'statuswise', {})
  const alone = await Contestant.start(framework, 'default', {})
  for (const scenario of scenarios) {
    const author = scenario.baseline === 'floor' ? statuswise : alone
    const client = await connect(author, scenario, answers)
    answers[scenario.path] = client.answer
    client.close()
  }
  statuswise.stop()
  alone.stop()
  return answers
}

/**
 * Connects to a contestant, and makes sure that it answers what it has to.
 * @param {Contestant} contestant
 * @param {Scenario} scenario
 * @param {Answers} answers
 */
export async function connect(contestant, scenario, answers) {
  const client = await Client.open(contestant.port, scenario.request)
  if (isRight(contestant.kind, scenario, client.answer, answers)) return client
  throw new Error(`${contestant.kind} answers ${scenario.title} with ${JSON.stringify(client.answer, undefined, 2)}`)
}

/**
 * @param {Kind} kind
 * @param {Scenario} scenario
 * @param {Answer} answer
 * @param {Answers} answers
 */
function isRight(kind, { path, status, type, baseline }, answer, answers) {
  if (answer.status !== status) return false
  if (kind === 'statuswise') return (header(answer, 'Content-Type') ?? '').startsWith(type)
  const isPrecomputed = kind === 'node-http' || (kind === 'floor' && baseline === 'floor')
  return !isPrecomputed || same(answer, answers[path])
}
