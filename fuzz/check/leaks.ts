import { brotliDecompressSync, inflateSync, unzipSync } from 'node:zlib'
import { de } from '../../src/languages/de.ts'
import { textsOf } from '../../src/languages/index.ts'
import { zhHant } from '../../src/languages/zh-Hant.ts'
import { statusOf } from '../../src/status/index.ts'
import { valuesOf } from '../read/header-values.ts'
import type { Received } from '../read/responses.ts'
import type { Talk } from '../talk.ts'
import type { Fault } from './fault.ts'

/** What no client is to see: stacks, paths, and messages of errors, which no request here holds. */
const SECRETS =
  /hunter2|node_modules|node:internal|\bat (?:\S+ \()?(?:file|node):|\/(?:srv|tmp|home|root|work)\/|\b(?:ECONN\w+|ENOENT|EIO|EPIPE|HPE_\w+|ERR_\w+)\b|\b(?:Type|Range|Reference|Syntax)Error\b|\[object |\.[jt]s:\d/

/** What of the inside of a server its responses show. */
export function leaks({ responses }: Talk): Fault[] {
  return responses.flatMap((response): Fault[] => {
    const text = `${response.raw}${contentOf(response)}`
    const [secret] = SECRETS.exec(text) ?? []
    const faults: Fault[] = []
    if (secret !== undefined)
      faults.push({
        kind: `leak: ${secret}`,
        what: `A ${response.status} says ${JSON.stringify(around(text, secret))}.`,
      })
    if (/^5(?:00|02|04)$/.test(String(response.status)) && isUnexpected(response)) {
      faults.push({
        kind: 'message',
        what: `A ${response.status} says ${JSON.stringify(contentOf(response).slice(0, 300))}.`,
      })
    }
    return faults
  })
}

/** Whether a failure says more than that it is one. */
function isUnexpected(response: Received): boolean {
  if (!valuesOf(response.fields, 'content-type').join().includes('json')) return false
  const content = contentOf(response)
  if (content === '') return false
  return !standardDetails(response.status).includes(Object(JSON.parse(content)).detail)
}

/** In the languages of the example applications. */
function standardDetails(status: number): unknown[] {
  return [statusOf(status)?.detail, ...[de, zhHant].map((catalogue) => textsOf(catalogue, status).detail)]
}

function contentOf({ fields, body, isComplete }: Received): string {
  const coding = valuesOf(fields, 'content-encoding').join()
  if (coding === '' || !isComplete || body.length === 0) return body.toString('utf8')
  // What is no such coding is a matter of the rules.
  const decode = { gzip: unzipSync, deflate: inflateSync, br: brotliDecompressSync }[coding]
  try {
    return decode === undefined ? '' : decode(body).toString('utf8')
  } catch {
    return ''
  }
}

function around(text: string, found: string): string {
  const at = text.indexOf(found)
  return text.slice(Math.max(0, at - 60), at + 100)
}
