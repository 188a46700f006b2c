import { basic, type Forbidden, type ServiceUnavailable, type Unauthorized } from 'statuswise'
import { type IisCode, type IisProblem, iis, iisStatuses } from 'statuswise/iis'

const forbidden: Forbidden = iis('403.4', { expose: true, detail: 'Use https' })
const busy: ServiceUnavailable = iis('403.9', { retryAfter: 10 })
const refused: Unauthorized = iis('403.20', { challenges: [basic({ realm: 'intranet' })] })
const problem: IisProblem<'404.1'> = iis('404.1')
const code: IisCode = '404.1'
export const used: readonly unknown[] = [forbidden, busy, refused, problem.substatus, iisStatuses[code].http]

// @ts-expect-error: a 401 owes challenges.
iis('401.1')
