import assert from 'node:assert/strict'
import { exchange, pipeline, request } from '../../test/support/raw-client.ts'
import { assertProblem, PATIENCE, type Scenario } from './scenario.ts'

const good = request({ target: '/good' })

/** What handlers do, and what the client gets for it. The connection goes on behind all of these. */
const answered: readonly (readonly [target: string, status: number])[] = [
  ['/throws', 500],
  ['/rejects', 500],
  ['/problem', 404],
  ['/getters', 500],
  ['/thrown-in-timer', 200],
  ['/thrown-in-finish', 200],
  ['/answers-and-throws', 200],
  ['/next-twice', 404],
  ['/stream-fails-before', 404],
  ['/stream-fails-after', 200],
  ['/nowhere', 404],
]

/** How many of these throw where nobody can catch it. */
export const BEYOND_REACH = 2

export const failingHandlers: Scenario = {
  name: 'handlers that fail',
  async run(port) {
    for (const [target, status] of answered) {
      const sent = pipeline([request({ target }), good])
      const { responses, error, closed } = await exchange(port, sent, { timeoutMs: PATIENCE })
      assert.deepEqual([error, closed], [undefined, 'open'], target)
      if (status === 200) assert.equal(responses[0]?.text(), 'good', target)
      else assertProblem(responses[0], status, target)
      assert.equal(responses[1]?.text(), 'good', target)
    }
    return 2 * answered.length
  },
}

export const cutResponses: Scenario = {
  name: 'responses that are cut',
  async run(port) {
    const targets = ['/destroys-and-throws', '/stream-fails-during']
    for (const target of targets) {
      const { responses, closed } = await exchange(port, request({ target }), { timeoutMs: PATIENCE })
      assert.notEqual(closed, 'open', target)
      assert.ok(!responses.some(({ complete }) => complete), target)
    }
    return targets.length
  },
}

/** Each failure is handled in the context of its own request. */
export const ownContexts: Scenario = {
  name: 'AsyncLocalStorage',
  async run(port) {
    const count = 10
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const trace = `request-${index}`
        const target = index % 2 === 0 ? '/rejects' : '/problem'
        const { responses } = await exchange(port, request({ target, headers: { trace } }), { timeoutMs: PATIENCE })
        assert.equal(Object(responses[0]?.json()).instance, `/${trace}`)
      }),
    )
    return count
  },
}
