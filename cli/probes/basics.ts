import type { Exchange } from '../../src/rules/index.ts'
import { allowOf, fieldOf, type Known, type Subject } from './subject.ts'

/**
 * GET, HEAD, GET again and OPTIONS, each with what comes before to compare with. HEAD is in the middle, and judged after
 * both: a resource that changes meanwhile shows it by two GETs that differ.
 */
export async function probeBasics({ prober, target }: Subject): Promise<Known> {
  const get = await prober.send({ name: 'GET', target })
  const headProbe = { name: 'HEAD', method: 'HEAD', target }
  const head = await prober.sendOnly(headProbe)
  const againProbe = { name: 'GET again', target }
  const again = await prober.sendOnly(againProbe)
  const baseline = get !== undefined && again !== undefined && isSame(get, again) ? [get, again] : []
  if (head !== undefined) prober.record(head, headProbe, baseline)
  if (again !== undefined) prober.record(again, againProbe, baseline.slice(0, 1))
  const options = await prober.send({ name: 'OPTIONS', method: 'OPTIONS', target, earlier: baseline })
  const saysAllow = [options, get, head].find(
    (exchange) =>
      exchange !== undefined &&
      allowOf(exchange) !== undefined &&
      (exchange === options || exchange.response.status === 405),
  )
  return { get, baseline, allow: saysAllow && allowOf(saysAllow), options }
}

const STABLE = ['content-length', 'content-type', 'content-encoding', 'etag', 'last-modified', 'location']

/**
 * Whether two answers to the same GET are of the same representation as far as one can tell. Of a resource that changes
 * by itself (a clock, a counter) nothing can be said by comparing two answers.
 */
function isSame(one: Exchange, other: Exchange): boolean {
  return (
    one.response.status === other.response.status &&
    one.response.contentLength === other.response.contentLength &&
    one.response.complete === true &&
    other.response.complete === true &&
    STABLE.every((name) => fieldOf(one, name) === fieldOf(other, name))
  )
}
