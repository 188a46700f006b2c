import type { Drop } from '../recognize/index.ts'
import { escapeMarkup } from '../text/escape.ts'
import type { ProblemDocument } from './render.ts'
import { plainData } from './render-json.ts'
import type { Spoken } from './speech.ts'

/** A problem document as XML (RFC 9457 appendix B): arrays are elements `i`, objects are elements named by their keys. */
export function renderXml(document: ProblemDocument, drop: Drop, spoken?: Spoken): string {
  const members = elements(plainData(document, drop), drop, MOST_DEPTH)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<problem xmlns="urn:ietf:rfc:7807"${languageOf(spoken)}>${members}</problem>\n`
}

// The schema of RFC 9457 appendix B admits attributes on the root, but none on title and detail.
function languageOf(spoken: Spoken | undefined): string {
  return spoken?.isWhole ? ` xml:lang="${escapeMarkup(spoken.voice.language)}"` : ''
}

// JSON that arrived here may be nested more deeply than the stack is deep.
const MOST_DEPTH = 50

function elements(object: Readonly<Record<string, unknown>>, drop: Drop, depth: number): string {
  let xml = ''
  for (const name of Object.keys(object)) {
    const value = object[name]
    if (!isElementName(name)) drop({ kind: 'member', name, reason: 'not an XML name (RFC 9457 §3.2)' })
    else if (value !== null) xml += `<${name}>${contentOf(value, drop, depth)}</${name}>`
  }
  return xml
}

function contentOf(value: unknown, drop: Drop, depth: number): string {
  if (typeof value !== 'object' || value === null) return value === null ? '' : xmlText(String(value))
  if (depth === 0) return ''
  if (!Array.isArray(value)) return elements(value as Readonly<Record<string, unknown>>, drop, depth - 1)
  return value.map((item) => `<i>${contentOf(item, drop, depth - 1)}</i>`).join('')
}

// Names without a colon, which would mean a namespace, and not those that XML reserves (Namespaces in XML §3, §4).
const NAME =
  /^(?![Xx][Mm][Ll])[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff][-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff]*$/

function isElementName(name: string): boolean {
  return NAME.test(name)
}

// RFC 9457 appendix B: characters that XML 1.0 cannot hold are left out. A bare carriage return would become a line feed.
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return escapeMarkup(allowed).replaceAll('\r', '&#13;')
}
