import { preconditions, type Reply, representation } from 'statuswise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConditionalRequest, conditionalRequests, type Resource } from '../replies/conditional-requests.ts'
import { contentOf, partsOf, stretch } from '../replies/read-content.ts'
import { frameworks, type Io, type RunningServer } from '../support/frameworks.ts'
import { exchange, type RawResponse, request } from '../support/raw-client.ts'
import { send } from '../support/streamed-replies.ts'

const groups = Object.entries(conditionalRequests)
const resources = [...new Set(groups.flatMap(([, rows]) => rows.map(({ resource }) => resource)))]

/** What they answer is the same to every method, and coded in name only. */
const THE_HANDLERS: readonly string[] = [
  '9110-9.3.7-200-options-lists-features',
  '9110-9.3.8-200-trace-reflects',
  '10008-2-query-content-type-required',
  '9110-8.4-content-encoding-declared',
]

/** What a handler does for a resource, each of which has its number for a path. */
function answer({ req, params }: Io): Reply {
  const { exists, required, size, type, acceptRanges, ...rest } = resources[Number(params.index)] as Resource
  const described = { ...rest, lastModified: dateOf(rest.lastModified), expires: dateOf(rest.expires) }
  if (!/^(?:GET|HEAD|QUERY)$/.test(req.method ?? '')) {
    const unchanged = preconditions(req, { ...described, exists, required })
    return unchanged ?? { status: exists === false ? 201 : 204, headers: {} }
  }
  return representation(req, { ...described, body: pieces, size, type, acceptRanges })
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text)
}

/** Content in pieces of at most 4000 bytes: one of the resources is too large to be held. */
async function* pieces(start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let from = start; from <= end; from += 4000) yield stretch(from, Math.min(from + 3999, end))
}

describe.each(frameworks.map((framework) => [framework.name, framework] as const))('%s', (_name, framework) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await framework.serve({
      problems: { onProblem() {} },
      breaks: THE_HANDLERS,
      routes: { '/resources/:index': (io) => send(io, answer(io)) },
    })
  })
  afterAll(() => server.close())

  /** Sends the request of a row, and another one behind it: whatever the first gets, it ends where its head says. */
  async function ask({ method, fields, resource }: ConditionalRequest): Promise<RawResponse> {
    const target = `/resources/${resources.indexOf(resource)}`
    const sent = request({ method, target, headers: fields }) + request({ target: '/nowhere' })
    const { responses, error } = await exchange(server.port, Buffer.from(sent, 'latin1'))
    expect(error).toBeUndefined()
    expect(responses.map(({ complete }) => complete)).toEqual([true, true])
    expect(responses[1]?.status).toBe(404)
    return responses[0] as RawResponse
  }

  describe.each(groups)('%s', (_about, rows) => {
    it.each(rows.map((row) => [row.rule, row.method, JSON.stringify(row.fields), row.status, row] as const))(
      '%s: %s %s is %d',
      async (_rule, method, _fields, status, row) => {
        const response = await ask(row)
        expect(response.status).toBe(status)
        for (const [name, value] of Object.entries(row.response.fields ?? {})) {
          expect([name, response.header(name) ?? null]).toEqual([name, value])
        }
        if (method === 'HEAD' || (status !== 200 && status !== 206)) return
        const { size } = row.resource
        if (status === 200) return expect(Uint8Array.from(response.body)).toEqual(stretch(0, size - 1))
        const parts = await partsOf(replied(response))
        if (row.response.parts !== undefined) expect(parts.map(({ range }) => range)).toEqual(row.response.parts)
        for (const part of parts) expect(part.content).toEqual(contentOf(part.range, size))
      },
    )
  })
})

/** What came, as the reply that it was. */
function replied(response: RawResponse): Reply {
  const headers = Object.fromEntries(
    ['Content-Type', 'Content-Range'].map((name) => [name, response.header(name) ?? '']),
  )
  return { status: response.status, headers, body: response.body }
}
