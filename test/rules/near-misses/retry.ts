import { answer, type NearMisses } from './near-miss.ts'

const retryAfter = (...values: readonly string[]): string =>
  answer('503 Service Unavailable', ...values.map((value) => `Retry-After: ${value}`))

const date = 'Sat, 21 Nov 2026 09:00:00 GMT'

export const retry: NearMisses = {
  '9110-10.2.3-grammar': {
    breaks: [[retryAfter(''), 'Retry-After is empty, neither whole seconds nor an HTTP date, so clients ignore it.']],
    passes: [retryAfter('Saturday, 21-Nov-26 09:00:00 GMT'), retryAfter('Sat Nov 21 09:00:00 2026')],
  },
  '9110-10.2.3-singleton': {
    breaks: [retryAfter('60', '60'), retryAfter('60', '60, 60'), retryAfter('60, 60'), retryAfter(`${date}, ${date}`)],
    passes: [retryAfter('60'), retryAfter(date), retryAfter('60,'), retryAfter(`${date}, A`), retryAfter('60, A')],
  },
}
