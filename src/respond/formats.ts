import type { Fields } from '../headers/index.ts'
import type { Render } from './render.ts'
import { HTML_POLICY, renderHtml } from './render-html.ts'
import { renderJson } from './render-json.ts'
import { renderText } from './render-text.ts'
import { renderXml } from './render-xml.ts'

/** The media types that a problem document can be sent as. */
export type ProblemFormat =
  | 'application/problem+json'
  | 'application/json'
  | 'application/problem+xml'
  | 'application/xml'
  | 'text/html'
  | 'text/plain'

interface Renderer {
  /** The Content-Type on the wire. Text declares its charset; problem+json has no parameters (RFC 9457 §6.1). */
  readonly type: string
  readonly render: Render
  /** Header fields that go with it. */
  readonly fields?: Fields
}

export const renderers: Readonly<Record<ProblemFormat, Renderer>> = {
  'application/problem+json': { type: 'application/problem+json', render: renderJson },
  'application/json': { type: 'application/json', render: renderJson },
  'application/problem+xml': { type: 'application/problem+xml', render: renderXml },
  'application/xml': { type: 'application/xml', render: renderXml },
  'text/html': {
    type: 'text/html; charset=utf-8',
    render: renderHtml,
    fields: { 'Content-Security-Policy': HTML_POLICY },
  },
  'text/plain': { type: 'text/plain; charset=utf-8', render: renderText },
}

/** What an application offers unless it says otherwise, most preferred first. */
export const defaultFormats: readonly [ProblemFormat, ...ProblemFormat[]] = [
  'application/problem+json',
  'application/problem+xml',
  'application/xml',
  'text/html',
  'text/plain',
]

export function isProblemFormat(value: unknown): value is ProblemFormat {
  return typeof value === 'string' && Object.hasOwn(renderers, value)
}
