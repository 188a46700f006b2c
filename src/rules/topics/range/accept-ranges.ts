import { fault, quoted } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import type { Rule } from '../../rule.ts'

/** Accept-Ranges says of which units ranges can be asked for. */
export const acceptRangesRules: readonly Rule[] = [
  {
    id: '9110-14.3-accept-ranges-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '14.3',
    topic: 'range',
    statement: 'Accept-Ranges names range units, bytes or none, and no ranges or sizes.',
    fields: ['accept-ranges'],
    check: ({ response }) => {
      const units = response.list('accept-ranges')
      const wrong = units.find((unit) => !isToken(unit))
      if (wrong === undefined && units.length > 0) return undefined
      return fault(
        wrong === undefined
          ? 'Accept-Ranges is empty, and has to name a unit, or none.'
          : `Accept-Ranges has ${quoted(wrong)}, which is no name of a unit such as bytes.`,
        response.show('accept-ranges'),
      )
    },
    remedy: "res.set('Accept-Ranges', 'bytes'). representation(req, { body }) sets it.",
  },
]
