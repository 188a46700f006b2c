import { type Fault, type Rule, rule } from './fault.ts'
import { type ResponseInHand, textOf } from './response.ts'

/** What a status owes, as `must` of the table of statuses names it, with the rule that says so. */
interface Owed {
  readonly name: string
  readonly rule: Rule
}

const OWED: Readonly<Record<number, Owed>> = {
  401: {
    name: 'WWW-Authenticate',
    rule: rule('9110-15.5.2-www-authenticate', 'RFC 9110 §15.5.2', 'A 401 says in WWW-Authenticate how to log in.'),
  },
  405: {
    name: 'Allow',
    rule: rule('9110-15.5.6-allow', 'RFC 9110 §15.5.6', 'A 405 says in Allow which methods there are.'),
  },
  407: {
    name: 'Proxy-Authenticate',
    rule: rule('9110-15.5.8-proxy-authenticate', 'RFC 9110 §15.5.8', 'A 407 says in Proxy-Authenticate how to log in.'),
  },
  426: {
    name: 'Upgrade',
    rule: rule('9110-15.5.22-upgrade', 'RFC 9110 §15.5.22', 'A 426 says in Upgrade which protocols it takes.'),
  },
}
const UPGRADE_OPTION = rule(
  '9110-7.8-connection-option',
  'RFC 9110 §7.8',
  'Who sends Upgrade also sends the connection option "upgrade".',
)
const RETRY_AFTER: Readonly<Record<number, Rule>> = {
  429: rule('6585-4-retry-after', 'RFC 6585 §4', 'A 429 can say in Retry-After when to come back.'),
  503: rule('9110-15.6.4-retry-after', 'RFC 9110 §15.6.4', 'A 503 can say in Retry-After when to come back.'),
}

/** The fields that a status owes, whatever else the response says. */
export function requiredFaults(
  response: ResponseInHand,
  offersRetryAfter: () => boolean,
  add: (fault: Fault) => void,
): void {
  const { status } = response
  const owed = OWED[status]
  // HTTP/2 has neither Upgrade nor Connection (RFC 9113 §8.2.2).
  if (owed !== undefined && !(status === 426 && response.httpVersionMajor > 1)) owedField(response, owed, add)
  if (response.httpVersionMajor === 1 && response.field('upgrade') !== undefined && !hasUpgradeOption(response)) {
    const set = upgradeOption(response)
    add({ rule: UPGRADE_OPTION, found: 'Upgrade alone', mend: 'requiredHeaders', repair: { set } })
  }
  const wait = RETRY_AFTER[status]
  if (wait !== undefined && response.field('retry-after') === undefined && offersRetryAfter()) {
    add({ rule: wait, found: `${status} without Retry-After`, mend: 'retryAfter' })
  }
}

function owedField(response: ResponseInHand, { name, rule: owed }: Owed, add: (fault: Fault) => void): void {
  const value = textOf(response.field(name.toLowerCase()))
  // Allow alone may be empty: no methods at all (RFC 9110 §10.2.1).
  if (value === undefined || (value === '' && name !== 'Allow')) {
    add({ rule: owed, found: `${response.status} without ${name}`, mend: 'requiredHeaders' })
  }
}

/** The Connection field of a response that is to have Upgrade. */
export function upgradeOption(response: ResponseInHand): { readonly Connection: string } {
  const connection = textOf(response.field('connection'))
  if (connection === undefined) return { Connection: 'upgrade' }
  return { Connection: hasUpgradeOption(response) ? connection : `${connection}, upgrade` }
}

function hasUpgradeOption(response: ResponseInHand): boolean {
  return /(?:^|[\s,])upgrade(?:[\s,]|$)/i.test(textOf(response.field('connection')) ?? '')
}
