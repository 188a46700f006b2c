import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import type { MediaType } from '../../grammar/media-types.ts'
import type { Rule } from '../../rule.ts'

const contentType = { rfc: '9110', topic: 'metadata' } as const

/** Content-Type says what the content is. */
export const contentTypeRules: readonly Rule[] = [
  {
    ...contentType,
    id: '9110-8.3-content-type-when-content',
    covers: ['9110-8.3-content-type'],
    level: 'SHOULD',
    section: '8.3',
    statement: 'A message with content has a Content-Type, unless its sender does not know the type.',
    needs: ['length'],
    applies: (exchange) =>
      exchange.mayHaveContent &&
      exchange.response.contentLength !== 0 &&
      (exchange.response.status >= 300 || isNoFile(exchange)),
    check: ({ response }) =>
      response.has('content-type')
        ? undefined
        : fault(`The content of the ${response.status} has no Content-Type, so clients have to guess.`, response.line),
    remedy: "res.type('text/plain').send('…'), or throw the error: problems() sets Content-Type.",
  },
  {
    ...contentType,
    id: '9110-8.3-content-type-singleton',
    level: 'MUST NOT',
    section: '8.3',
    statement: 'There is one Content-Type, with one media type.',
    fields: ['content-type'],
    check: ({ response }) =>
      response.list('content-type').length > 1
        ? fault(
            'Content-Type has more than one media type; recipients pick any of them.',
            response.show('content-type'),
          )
        : undefined,
    remedy: "res.set('Content-Type', …) instead of res.append(), and only once.",
  },
  {
    ...contentType,
    id: '9110-8.3.1-content-type-grammar',
    level: 'MUST NOT',
    section: '8.3.1',
    statement: 'Content-Type is type/subtype, with parameters of the form name=value.',
    fields: ['content-type'],
    applies: ({ response }) => response.list('content-type').length <= 1,
    check: ({ response }) =>
      response.contentType === undefined
        ? fault('Content-Type is not a media type such as text/html; charset=utf-8.', response.show('content-type'))
        : undefined,
    remedy: "res.type('json') or res.set('Content-Type', 'application/json').",
  },
  {
    ...contentType,
    id: '9110-8.3-204-no-content-type',
    level: 'advice',
    section: '8.3',
    statement: 'A 204 to DELETE or OPTIONS has no Content-Type, for there is nothing that it could describe.',
    status: [204],
    applies: ({ request }) => request.method === 'DELETE' || request.method === 'OPTIONS',
    check: ({ response }) =>
      response.has('content-type')
        ? fault('The 204 has a Content-Type, but no content.', response.show('content-type'))
        : undefined,
    remedy: "res.removeHeader('Content-Type'), or send(res, noContent()).",
  },
  {
    ...contentType,
    id: '9110-8.2-stale-metadata',
    covers: ['9110-8.2-error-metadata-describes-error-4xx', '9110-8.2-error-metadata-describes-error-5xx'],
    level: 'advice',
    section: '8.2',
    statement:
      'The fields that describe content are those of the error that is sent, not of what was meant to be sent.',
    status: ['4xx', '5xx'],
    fields: ['content-type', 'content-disposition'],
    needs: ['content'],
    applies: ({ mayHaveContent, response }) => mayHaveContent && response.message.complete !== false,
    check: ({ response }) => {
      const content = formOf(response)
      if (content === undefined) return undefined
      const { contentType } = response
      if (contentType !== undefined && isOther(content, contentType))
        return fault(
          `The content of the ${response.status} is ${content}, but its Content-Type says ${brief(contentType.essence, 60)}.`,
          response.show('content-type'),
        )
      const extension = response.get('content-disposition')?.match(FILE_NAME)?.[1]
      if (extension === undefined) return undefined
      return fault(
        `The content of the ${response.status} is ${content}, but would be saved as .${extension}.`,
        response.show('content-type', 'content-disposition'),
      )
    },
    remedy: 'Throw the error: problems() takes away what described the other content.',
  },
]

/** The type of a stored file may be unknown; that of what the server made up itself is not. */
function isNoFile({ request, response }: ExchangeView): boolean {
  if (request.method === 'GET') return false
  return request.method !== 'POST' || response.text !== undefined
}

type Form = 'JSON' | 'an HTML page' | 'plain text'

/** Files that nobody would take for text. */
const FILE_NAME = /\bfilename\*?="?[^";]{0,200}\.(pdf|png|jpe?g|gif|webp|zip|gz|xlsx|docx|pptx|mp4|mp3)"?(?:;|$)/i

/** What the content is, where its beginning leaves no doubt. */
function formOf(response: ExchangeView['response']): Form | undefined {
  const { text } = response
  if (text === undefined) return undefined
  if (/^\s{0,20}<(?:!doctype html|html)[\s>]/i.test(text)) return 'an HTML page'
  if (response.json !== undefined) return text.trimStart().startsWith('{') ? 'JSON' : undefined
  // What hinders others from running JSON as a script begins so.
  if (!/^[A-Za-z]/.test(text) || /^(?:while|for) ?\(/.test(text)) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what has none of these is text.
  return /[\x00-\x08\x0e-\x1f]/.test(text) ? undefined : 'plain text'
}

const NEVER_TEXT = ['application/pdf', 'application/zip', 'image/jpeg', 'image/png']
// Playlists and some images are plain text, SVG may be taken for HTML.
const MEDIA = ['audio', 'font', 'image', 'video']

function isOther(content: Form, { essence, type }: MediaType): boolean {
  if (NEVER_TEXT.includes(essence)) return true
  if (essence === 'application/json') return content !== 'JSON'
  if (content === 'plain text') return false
  if (essence === 'text/html') return content === 'JSON'
  return MEDIA.includes(type) && !essence.endsWith('+xml')
}
