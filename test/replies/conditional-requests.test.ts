import { describe, expect, it } from 'vitest'
import { HttpProblem } from '../../src/problems/index.ts'
import { preconditions, type Reply, representation } from '../../src/replies/index.ts'
import { type ConditionalRequest, conditionalRequests } from './conditional-requests.ts'
import { bytesOf, contentLength, contentOf, partsOf, stretch } from './read-content.ts'

const groups = Object.entries(conditionalRequests)

const asksForRepresentation = (method: string): boolean => /^(?:GET|HEAD|QUERY)$/.test(method)

/** What a handler would do for a resource. */
function answer({ method, fields, resource }: ConditionalRequest): Reply {
  const request = { method, headers: lowerCased(fields) }
  const { exists, required, size, type, acceptRanges, lastModified, expires, ...rest } = resource
  const dates = {
    lastModified: lastModified === undefined ? undefined : new Date(lastModified),
    expires: expires === undefined ? undefined : new Date(expires),
  }
  if (!asksForRepresentation(method)) {
    const conditions = preconditions(request, { ...rest, ...dates, exists, required })
    return conditions ?? { status: exists === false ? 201 : 204, headers: {} }
  }
  const body = async function* (start: number, end: number): AsyncGenerator<Uint8Array> {
    yield stretch(start, end)
  }
  return representation(request, { ...rest, ...dates, body, size, type, acceptRanges })
}

function outcome(row: ConditionalRequest): {
  readonly status: number
  readonly headers: Reply['headers']
  readonly reply?: Reply
} {
  try {
    const reply = answer(row)
    return { status: reply.status, headers: reply.headers, reply }
  } catch (error) {
    if (error instanceof HttpProblem) return error
    throw error
  }
}

function lowerCased(fields: ConditionalRequest['fields']): ConditionalRequest['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
}

/** The lines of each field as node:http joins them, where it does. */
function joined(row: ConditionalRequest): ConditionalRequest {
  const fields = Object.entries(row.fields).map(([name, value]) => [name, [value].flat().join(', ')])
  return { ...row, fields: Object.fromEntries(fields) }
}

describe('the table of conditional requests', () => {
  const rows = groups.flatMap(([, group]) => group)

  it('has no row twice', () => {
    const seen = rows.map(({ method, fields, resource, response }) =>
      JSON.stringify([method, fields, resource, response]),
    )
    expect(seen.filter((row, index) => seen.indexOf(row) !== index)).toEqual([])
  })

  it('is data: what JSON holds', () => {
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
  })

  it('has at least 170 rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(170)
  })
})

describe.each(groups)('%s', (_name, rows) => {
  it.each(rows.map((row) => [row.rule, row.method, JSON.stringify(row.fields), row.status, row] as const))(
    '%s: %s %s is %d',
    async (_rule, _method, _fields, status, row) => {
      const { headers, reply, ...given } = outcome(row)
      expect(given.status).toBe(status)
      expect(outcome(joined(row)).status).toBe(status)
      const whole = row.resource.size
      const length = reply?.body === undefined ? null : contentLength(reply)
      for (const [name, value] of Object.entries(row.response.fields ?? {})) {
        expect([name, name === 'Content-Length' ? length : (headers[name] ?? null)]).toEqual([name, value])
      }
      if (status === 206 && reply !== undefined) {
        const parts = await partsOf(reply)
        if (row.response.parts !== undefined) expect(parts.map(({ range }) => range)).toEqual(row.response.parts)
        for (const part of parts) expect(part.content).toEqual(contentOf(part.range, whole))
        expect(length).toBe(String((await bytesOf(reply)).length))
      }
    },
  )
})
