import type { RuleExample } from '../example.ts'

export const switchingExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.2.2-101-has-upgrade',
    passes: [
      `
      > GET /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      `,
    ],
    breaks: [
      `
      > GET /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 101 Switching Protocols
      `,
    ],
  },
]
