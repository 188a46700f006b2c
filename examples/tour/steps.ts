import type { Step } from './step.ts'
import { addresses } from './steps/addresses.ts'
import { authentication } from './steps/authentication.ts'
import { below } from './steps/below.ts'
import { byHand } from './steps/by-hand.ts'
import { conditions } from './steps/conditions.ts'
import { failures } from './steps/failures.ts'
import { framing } from './steps/framing.ts'
import { languages } from './steps/languages.ts'
import { negotiation } from './steps/negotiation.ts'
import { ranges } from './steps/ranges.ts'
import { replies } from './steps/replies.ts'
import { requests } from './steps/requests.ts'
import { routing } from './steps/routing.ts'

export interface Topic {
  readonly title: string
  readonly steps: readonly Step[]
}

/** The whole tour. No step depends on one before it. */
export const topics: readonly Topic[] = [
  { title: 'What is there, and what may be done with it', steps: routing },
  { title: 'Who may do it', steps: authentication },
  { title: 'What is wrong with the request', steps: requests },
  { title: 'In which form the client is told', steps: negotiation },
  { title: 'In which language the client is told', steps: languages },
  { title: 'What has another address', steps: addresses },
  { title: 'What goes wrong in the application', steps: failures },
  { title: 'Where a response begins and ends', steps: framing },
  { title: 'What a handler answers when nothing is wrong', steps: replies },
  { title: 'What handlers write by hand', steps: byHand },
  { title: 'What has changed since, and what has not', steps: conditions },
  { title: 'A part in place of the whole', steps: ranges },
  { title: 'What no application gets to see', steps: below },
]
