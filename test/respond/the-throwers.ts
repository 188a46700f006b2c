import type { Exchange, Rule } from '../../src/rules/index.ts'

/** Rules about what whoever throws has said by name, which goes out as it is: nobody else can know better. */
export const THE_THROWERS: readonly string[] = [
  // The status that is thrown.
  '9205-4.6-registered-codes-only',
  // Whether it fits the request: a 405 with GET in Allow at HEAD, a 414 for a short target, a 416 without Range, a 412
  // without a condition, a 406 to who takes anything, a 425.
  '9110-9.1-get-and-head-supported',
  '9110-4.1-uri-8000',
  '9110-13.1.5-if-range-needs-range',
  '9110-14.2-range-ignored-non-get',
  '9110-14.2-range-unknown-unit-ignored',
  '4918-12.1-dav-412-needs-conditional',
  '9110-12.5.3-identity-fallback',
  '8470-5.2-only-if-early',
  // How long the representation is, of a 416 that is not statuswise's own.
  '9110-15.5.17-content-range',
  // Header fields of the problem.
  '9110-2.2-role-restricted-elements',
  '9110-8.5.1-content-language-tags',
  '9111-5.2-cache-control-grammar',
  '6585-6-no-challenge',
]

/** Whether a rule is about what was thrown: also whether a 412 or 416 fits the conditions and ranges of the request. */
export function isTheThrowers({ id, topic }: Rule, { response: { status } }: Exchange): boolean {
  if (status === 412 && topic === 'conditional') return true
  if (status === 416 && (topic === 'conditional' || topic === 'range')) return true
  return THE_THROWERS.includes(id)
}
