import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** What a 101 has to say. */
export const switchingRules: readonly Rule[] = [
  {
    id: '9110-15.2.2-101-has-upgrade',
    level: 'MUST',
    rfc: '9110',
    section: '15.2.2',
    topic: 'interim',
    statement: 'A 101 names in Upgrade the protocol that is spoken from then on.',
    status: [101],
    // HTTP/2 and HTTP/3 have no 101 at all.
    applies: ({ response }) => response.version === '1.0' || response.version === '1.1',
    check: ({ response }) =>
      response.list('upgrade').length > 0
        ? undefined
        : fault(
            'The 101 does not name in Upgrade what is spoken from now on.',
            `${response.line}\n${response.show('upgrade')}`,
          ),
    remedy: "In server.on('upgrade'), write Upgrade and Connection: Upgrade into the head of the 101.",
  },
]
