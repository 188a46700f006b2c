import { iis, iisStatuses } from '../../src/iis/index.ts'
import { basic, type Forbidden, type HttpProblem, type MisdirectedRequest, type Unauthorized } from '../../src/index.ts'

const challenges = [basic({ realm: 'intranet' })] as const

iis('403.4')
iis('403.4', {})
iis('403.4', { expose: true, detail: 'Use https', retryAfter: 7, instance: '/a', extensions: { a: 1 }, cause: null })
iis('401.1', { challenges })
iis('403.20', { challenges })
// @ts-expect-error 401.1 is a 401, which owes challenges
iis('401.1')
// @ts-expect-error 401.2 is a 401, which owes challenges
iis('401.2', {})
// @ts-expect-error 403.20 is a 401, which owes challenges
iis('403.20', { expose: true })
// @ts-expect-error challenges are at least one
iis('401.1', { challenges: [] })
// 401.3 is a 403: the credentials are known.
iis('401.3')
// @ts-expect-error and a 403 has no challenges
iis('401.3', { challenges })

// @ts-expect-error the sub-status is the type
iis('403.4', { type: 'https://example.com/' })
// @ts-expect-error the table has the title
iis('403.4', { title: 'SSL required' })
// @ts-expect-error as in all problems
iis('403.4', { extensions: { status: 1 } })
// @ts-expect-error a fact that there is not
iis('403.4', { colour: 'red' })

// A sub-status that is not in the table is what stands before its dot.
iis('403.99')
iis('405.1', { allow: ['GET'] })
// @ts-expect-error 405 owes allow
iis('405.1')
// @ts-expect-error 401 owes challenges
iis('401.99')
// @ts-expect-error no sub-status
iis('403')
// @ts-expect-error no error
iis('200.1')
// @ts-expect-error not registered
iis('499.1')
// @ts-expect-error as a number 403.1 and 403.10 are the same
iis(403.4)

// One that is known only at run time may be a 401.
declare const code: string
iis(code, { challenges })
// @ts-expect-error it may be a 401
iis(code)

export const a: Forbidden = iis('403.4')
export const b: Unauthorized = iis('403.20', { challenges })
export const c: MisdirectedRequest = iis('404.1')
export const d: HttpProblem = iis(code, { challenges })
export const e: '403.4' = iis('403.4').substatus
export const f: 421 = iisStatuses['404.1'].http
// @ts-expect-error 403.4 is no 401
export const g: Unauthorized = iis('403.4')
