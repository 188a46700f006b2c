import type { Known, Subject } from './subject.ts'

/**
 * Methods that the IANA registry calls safe. The one "that the URL does not have" is one of these: Allow may be wrong, and
 * even where it is, none of these asks the server to change anything.
 */
const SAFE_METHODS = ['PROPFIND', 'SEARCH', 'REPORT', 'QUERY']

/** A method that nobody has registered (RFC 9110 §16.1.1). */
export const UNKNOWN_METHOD = 'STATUSWISE-PROBE'

/**
 * A method that the URL does not have, and one that nobody has: only where the server has said by Allow that it does not
 * allow it, where GET says that nothing is there, or with --unsafe. The latter once: no resource has it.
 */
export async function probeMethods(subject: Subject, { get, allow, options }: Known): Promise<void> {
  const { prober, target, unsafe, once } = subject
  const earlier = options === undefined ? [] : [options]
  const isAbsent = get?.response.status === 404 || get?.response.status === 410
  if (allow === undefined && !isAbsent && !unsafe) return
  const other = SAFE_METHODS.find((method) => !allow?.includes(method))
  if (other !== undefined && (allow !== undefined || unsafe))
    await prober.send({ name: `${other}, which is not in Allow`, method: other, target, earlier })
  if (once.has(UNKNOWN_METHOD)) return
  once.add(UNKNOWN_METHOD)
  await prober.send({ name: 'an unknown method', method: UNKNOWN_METHOD, target, earlier })
}

/** With --unsafe: methods that may change something, with content that fits, that does not, and without any. */
export async function probeUnsafeMethods({ prober, target, unsafe, contents = {} }: Subject): Promise<void> {
  if (!unsafe) return
  await prober.send({ name: 'TRACE', method: 'TRACE', target })
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const { type, text } = contents[method] ?? { type: 'application/json', text: '{}' }
    const send = (what: string, contentType: string, content: string): Promise<unknown> =>
      prober.send({ name: `${method} ${what}`, method, target, fields: [['Content-Type', contentType]], content })
    if (method === 'DELETE') await prober.send({ name: method, method, target })
    else {
      await send('with content', type, text)
      await send('with broken JSON', 'application/json', '{"a":')
      await send('with an unknown media type', 'application/x-statuswise', 'x')
    }
    const fields = [['If-Match', '"statuswise-no-match"']] as const
    await prober.send({ name: `${method} with If-Match that cannot match`, method, target, fields, content: '' })
  }
}
