import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { exchangeOf, rules } from '../../src/rules/index.ts'
import { authentication } from './correct/authentication.ts'
import { caching } from './correct/caching.ts'
import { conditional } from './correct/conditional.ts'
import { connection } from './correct/connection.ts'
import { content } from './correct/content.ts'
import { cookies } from './correct/cookies.ts'
import { deprecation } from './correct/deprecation.ts'
import { framing } from './correct/framing.ts'
import { interim } from './correct/interim.ts'
import { metadata } from './correct/metadata.ts'
import { method } from './correct/method.ts'
import { negotiation } from './correct/negotiation.ts'
import { problemDetails } from './correct/problem-details.ts'
import { range } from './correct/range.ts'
import { rateLimit } from './correct/rate-limit.ts'
import { redirection } from './correct/redirection.ts'
import { retry } from './correct/retry.ts'
import { security } from './correct/security.ts'
import { statusCode } from './correct/status-code.ts'
import { syntax } from './correct/syntax.ts'
import { upgrade } from './correct/upgrade.ts'
import { webdav } from './correct/webdav.ts'

const topics = {
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
  problemDetails,
  range,
  rateLimit,
  redirection,
  retry,
  security,
  statusCode,
  syntax,
  upgrade,
  webdav,
}

describe('no rule finds anything in a correct exchange', () => {
  describe.each(Object.entries(topics))('%s', (_topic, transcripts) => {
    it.each(transcripts)('%s', (transcript) => {
      expect(audit(exchangeOf(transcript)).map(({ rule, what }) => `${rule.id}: ${what}`)).toEqual([])
    })

    it('has at least five of them, no two alike', () => {
      expect(new Set(transcripts.map((transcript) => transcript.trim())).size).toBeGreaterThanOrEqual(5)
      expect(new Set(transcripts).size).toBe(transcripts.length)
    })
  })

  it('was checked for every topic', () => {
    const known = Object.keys(topics).map((name) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`))
    expect(known.sort()).toEqual([...new Set(rules.map(({ topic }) => topic))].sort())
  })

  it('was checked for at least 200', () => {
    expect(Object.values(topics).flat().length).toBeGreaterThanOrEqual(200)
  })
})
