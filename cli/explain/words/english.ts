import type { Words } from './words.ts'

/** What the ids of rules say. */
export const ID_LEGEND = 'The id of a rule begins with the number of its RFC and the section.'

export const englishWords: Words = {
  classes: {
    informational: 'informational',
    successful: 'successful',
    redirection: 'redirection',
    'client error': 'client error',
    'server error': 'server error',
  },
  retries: {
    'not needed': 'it is not needed',
    'as it is': 'as it is, at once',
    later: 'later',
    changed: 'after a change',
    elsewhere: 'to another address',
    'on another connection': 'to the same address, on another connection',
    no: 'no',
  },
  senders: {
    'any server': 'any server',
    'an origin server or gateway': 'an origin server or gateway',
    'a gateway or proxy': 'a gateway or proxy',
    'a proxy': 'a proxy',
    'the network': 'the network',
    nobody: 'nobody',
  },
  insteadOfIt: 'Instead of it',
  toldToClients: 'What statuswise tells the client',
  example: 'An exchange',
  classOf: (name, isReserved) => ` (${name})${isReserved ? ', reserved and not assigned' : ''}`,
  meaning: ({ meaning }) => meaning,
  note: ({ note }) => note,
  alternative: (code, when) => `${code} if ${when}`,
  wasCalled: (phrases) => `It was called: ${phrases.join(', ')}.`,
  onceMeant: ({ name, from }, today) =>
    `It once meant "${name}" (${from})${today === undefined ? '' : `; for that meaning send ${today}`}.`,
  maySend: (sender) => `Who may send it: ${sender}.`,
  must: (fields) => `It must carry: ${listed(fields)}.`,
  mustIf: (fields, when) => `It must carry, where ${when}: ${listed(fields)}.`,
  should: (fields) => `It should carry, where it applies: ${listed(fields)}.`,
  content: (has, retry) =>
    `Content: ${has ? 'it may have some' : 'it has none'}. To send the request again helps: ${retry}.`,
  caches: ({ caches }) => `Caches: ${caches}`,
  crawlers: ({ crawlers }) => `Crawlers: ${crawlers}`,
  rulesOf: (code) => `Rules of ${code}`,
  rulesOfClass: (name) => `Rules of all ${name}`,
  moreRules: (count) => `${count} more rules are for every response. ${ID_LEGEND}`,
  unregistered: (heading, seenIn) => `${heading} is no registered status code. Seen in: ${seenIn}.`,
  sendInstead: (status, why) => `Send ${status} instead: ${why}.`,
  errorsAreSentAs: (code, status) => `A thrown error whose status is ${code} is sent as ${status}.`,
  sendNothing: (code, why) =>
    `No response says this: ${why}. A thrown error whose status is ${code} ends the connection, and onProblem is told "aborted".`,
  noStatus:
    'It is none at all: codes go from 100 to 599, and clients treat others as a broken response (RFC 9110 §15).',
  understoodAs: (status) => `To a client that does not know it, it is ${status} (RFC 9110 §15).`,
  temporary: (heading, draft) =>
    `${heading} is registered for a time only (${draft}): to statuswise it is like a code that nobody has registered.`,
  ofClass: (heading) => `${heading}: the registered codes of this class`,
  othersOfClass: (status) => `To a client any other code of the class is ${status} (RFC 9110 §15).`,
  sentAs: (status) => `It is sent as ${status}.`,
  iis: (heading) => `${heading} is a sub-status of IIS. iis() of statuswise/iis makes the error.`,
  iisTold: 'The sub-status goes to the log and to onProblem; to the client only with expose: true.',
  iisUnlisted: (heading) =>
    `${heading} is not in the table of IIS sub-statuses. iis() of statuswise/iis takes it all the same: what counts is the status before the dot.`,
  sip: (heading) => `${heading} is a response of SIP. fromSip() of statuswise/sip makes of it what HTTP has for it.`,
  sipUnlisted: (heading, understoodAs) =>
    `${heading} is not in the table of SIP responses. fromSip() of statuswise/sip takes it all the same: it is understood as ${understoodAs} (RFC 3261 §8.1.3.2).`,
  sipProvisional: 'It is provisional: no HTTP response follows from it yet.',
  sipMembers: (names) => `The problem document may have: ${names.join(', ')}.`,
  why: (text) => `Why: ${text}.`,
  retryAfterIsPassedOn: 'Its Retry-After is passed on.',
}

function listed(fields: readonly string[]): string {
  return fields.join(', ') || 'nothing in particular'
}
