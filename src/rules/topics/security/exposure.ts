import { fault } from '../../fault.ts'
import { parseProducts } from '../../grammar/products.ts'
import type { Rule } from '../../rule.ts'

/** What a response tells or sends that it need not. */
export const exposureRules: readonly Rule[] = [
  {
    id: '9110-10.2.4-server-detail',
    level: 'SHOULD NOT',
    rfc: '9110',
    section: '10.2.4',
    topic: 'security',
    statement: 'Server does not tell in detail what runs there: versions of each part help attackers most.',
    fields: ['server'],
    decidedBy: 'application',
    check: ({ response }) => {
      const products = parseProducts(response.all('server').join(' ')) ?? []
      const { length } = products.filter(({ version }) => version !== undefined && /^\d/.test(version))
      if (length < 3) return undefined
      return fault(`Server tells the versions of ${length} parts: one name would do.`, response.show('server'))
    },
    remedy:
      "Set a short name or none (Apache: ServerTokens Prod; nginx: server_tokens off), or res.removeHeader('Server').",
  },
  {
    id: '9110-17.15-range-dos-defence',
    level: 'advice',
    rfc: '9110',
    section: '17.15',
    topic: 'security',
    statement: 'Ranges that overlap many times are ignored, joined or refused, not sent one by one.',
    status: [206],
    needs: ['content'],
    applies: ({ response }) => response.isOfType('multipart/byteranges'),
    check: ({ request, response }) => {
      const count = request.list('range').length
      const size = sizeOf(response.message.content)
      const length = response.contentLength ?? 0
      // The parts have fields too: not every multipart that is longer than the whole repeats anything.
      if (count < 3 || size === undefined || length <= 2 * size + 200 * count) return undefined
      return fault(
        `To ${count} ranges of ${size} bytes the server sent ${length} bytes, so that a small request makes a large response.`,
        request.show('range'),
      )
    },
    remedy: 'Ignore Range, or answer 416, where ranges overlap; representation() does.',
  },
]

/** The complete length that the first Content-Range of a multipart names. */
function sizeOf(content: Uint8Array = new Uint8Array()): number | undefined {
  const head = String.fromCharCode(...content.subarray(0, 1000))
  const digits = /\ncontent-range:[\t ]*bytes \d+-\d+\/(\d+)/i.exec(head)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
