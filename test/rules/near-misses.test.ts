import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { exchangeOf, rules } from '../../src/rules/index.ts'
import { authentication } from './near-misses/authentication.ts'
import { caching } from './near-misses/caching.ts'
import { conditional } from './near-misses/conditional.ts'
import { connection } from './near-misses/connection.ts'
import { content } from './near-misses/content.ts'
import { cookies } from './near-misses/cookies.ts'
import { deprecation } from './near-misses/deprecation.ts'
import { framing } from './near-misses/framing.ts'
import { interim } from './near-misses/interim.ts'
import { metadata } from './near-misses/metadata.ts'
import { method } from './near-misses/method.ts'
import type { NearMisses } from './near-misses/near-miss.ts'
import { negotiation } from './near-misses/negotiation.ts'
import { problemDetails } from './near-misses/problem-details.ts'
import { range } from './near-misses/range.ts'
import { rateLimit } from './near-misses/rate-limit.ts'
import { redirection } from './near-misses/redirection.ts'
import { retry } from './near-misses/retry.ts'
import { security } from './near-misses/security.ts'
import { statusCode } from './near-misses/status-code.ts'
import { syntax } from './near-misses/syntax.ts'
import { upgrade } from './near-misses/upgrade.ts'
import { webdav } from './near-misses/webdav.ts'

const topics: Readonly<Record<string, NearMisses>> = {
  authentication,
  caching,
  conditional,
  connection,
  content,
  cookies,
  deprecation,
  framing,
  interim,
  metadata,
  method,
  negotiation,
  'problem-details': problemDetails,
  range,
  'rate-limit': rateLimit,
  redirection,
  retry,
  security,
  'status-code': statusCode,
  syntax,
  upgrade,
  webdav,
}

const foundBy = (id: string, transcript: string): string[] =>
  audit(exchangeOf(transcript))
    .filter(({ rule }) => rule.id === id)
    .map(({ what }) => what)

const cases = Object.entries(topics).flatMap(([topic, nearMisses]) =>
  Object.entries(nearMisses).map(([id, { breaks = [], passes = [] }]) => ({ topic, id, breaks, passes })),
)

describe.each(cases)('$id', ({ topic, id, breaks, passes }) => {
  it(`is a rule about ${topic}`, () => {
    expect(rules.find((rule) => rule.id === id)?.topic).toBe(topic)
  })

  for (const one of breaks) {
    const [transcript, what] = typeof one === 'string' ? [one] : one
    it(`only just finds fault with ${transcript}`, () => {
      expect(foundBy(id, transcript)).toEqual([what ?? expect.any(String)])
    })
  }

  for (const transcript of passes) {
    it(`only just finds no fault with ${transcript}`, () => {
      expect(foundBy(id, transcript)).toEqual([])
    })
  }
})
