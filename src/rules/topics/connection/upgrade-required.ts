import { fault, quoted } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import type { Rule } from '../../rule.ts'

/** A 426 says which protocol it wants (RFC 9110 §15.5.22). */
export const upgradeRequiredRules: readonly Rule[] = [
  {
    id: '9110-15.5.22-upgrade',
    level: 'MUST',
    rfc: '9110',
    section: '15.5.22',
    topic: 'connection',
    statement: 'A 426 has Upgrade, which names the protocols that the server requires.',
    status: [426],
    applies: ({ response }) => response.version.startsWith('1.'),
    check: ({ response }) =>
      response.list('upgrade').length > 0
        ? undefined
        : fault(
            'The 426 has no Upgrade with a protocol, so the client cannot know what to switch to.',
            `${response.line}\n${response.show('upgrade')}`,
          ),
    remedy:
      "throw new UpgradeRequired({ protocols: ['websocket'] }), or mount conform({ fallbacks: { upgrade: [...] } }).",
  },
  {
    id: '9110-7.8-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '7.8',
    topic: 'connection',
    statement: 'Upgrade is a list of protocols, each a token, or two with a slash between them: name and version.',
    fields: ['upgrade'],
    check: ({ response }) => {
      const wrong = response.list('upgrade').find((protocol) => !isProtocol(protocol))
      if (wrong === undefined) return undefined
      return fault(
        `${quoted(wrong)} in Upgrade is not a protocol: a protocol is a token such as websocket, or TLS/1.2 with its version.`,
        response.show('upgrade'),
      )
    },
    remedy: "throw new UpgradeRequired({ protocols: ['websocket'] }), which writes the field and checks the protocols.",
  },
]

/** protocol (RFC 9110 §7.8) */
function isProtocol(text: string): boolean {
  const parts = text.split('/')
  return parts.length <= 2 && parts.every(isToken)
}
