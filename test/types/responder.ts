import { createResponder, type FramedReply, type Resolution, type ResponderOptions } from '../../src/index.ts'

const { respond, resolve } = createResponder({ formats: ['application/problem+json'] })

export const reply: FramedReply = respond(new Error('x'), { method: 'GET', httpVersion: '1.1', headers: {} })
export const status: number = reply.status
export const resolution: Resolution = resolve(null, { headers: { accept: 'text/html' } }, { 'x-a': 1 })
export const options: ResponderOptions = { extend: (problem, request) => ({ to: request.method, of: problem.status }) }

// @ts-expect-error a request has header fields
respond(new Error('x'), { method: 'GET' })
// @ts-expect-error a responder has no adapter's options
createResponder({ onProblem: () => {} })
// @ts-expect-error a reply is read only
reply.status = 200
