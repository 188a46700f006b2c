import assert from 'node:assert/strict'
import { misbehaviours, unwritable } from '../../test/faults/misbehaviour.ts'
import { exchange, pipeline, request } from '../../test/support/raw-client.ts'
import { assertProblem, PATIENCE, type Scenario } from './scenario.ts'

const count = misbehaviours.length + unwritable.length

/** All callbacks of an application at once throw, reject, hang, or give nonsense. */
export const failingCallbacks: Scenario = {
  name: 'callbacks that fail',
  async run(port) {
    for (let index = 0; index < count; index++) {
      const headers = { misbehaviour: String(index) }
      const sent = pipeline(['/problem', '/throws'].map((target) => request({ target, headers })))
      const { responses, error, closed } = await exchange(port, sent, { timeoutMs: PATIENCE })
      const what = `misbehaviour ${index}`
      assert.deepEqual([error, closed], [undefined, 'open'], what)
      assertProblem(responses[0], 404, what)
      assertProblem(responses[1], 500, what)
    }
    return 2 * count
  },
}
