import type { TextId } from '../../src/text/index.ts'

/** Where Node's parser gave up: its code and words, and what came last, with the place in it. */
export interface Failure {
  readonly code: string
  readonly reason: string
  readonly text: string
  readonly at: number
}

/** The texts that say what is wrong with a message that cannot be read. */
export type Unreadable = Extract<TextId, `unreadable${string}`>

/** Why a message is no HTTP/1.1, for its sender; undefined: nobody knows. */
export function unreadableReason(failure: Failure): Unreadable | undefined {
  const { code, text, at } = failure
  if (MAY_BE_LINE_ENDS.includes(code) && isBareLineFeed(text, at)) return REASONS.HPE_CR_EXPECTED
  if (code === 'HPE_INVALID_HEADER_TOKEN') return fieldReason(failure)
  if (code === 'HPE_INVALID_VERSION' && failure.reason.includes('after version')) return 'unreadable-behind-version'
  if (HAS_BOTH.test(failure.reason)) return 'unreadable-two-lengths'
  return REASONS[code]
}

const REASONS: Readonly<Record<string, Unreadable>> = {
  HPE_INVALID_CONSTANT: 'unreadable-first-line',
  HPE_INVALID_URL: 'unreadable-target',
  HPE_INVALID_VERSION: 'unreadable-version',
  HPE_UNEXPECTED_SPACE: 'unreadable-leading-blank',
  HPE_INVALID_CONTENT_LENGTH: 'unreadable-length',
  HPE_UNEXPECTED_CONTENT_LENGTH: 'unreadable-lengths',
  HPE_INVALID_TRANSFER_ENCODING: 'unreadable-coding',
  HPE_INVALID_CHUNK_SIZE: 'unreadable-chunk-size',
  HPE_LF_EXPECTED: 'unreadable-line-end',
  HPE_CR_EXPECTED: 'unreadable-line-end',
  HPE_STRICT: 'unreadable-line-end',
  HPE_INVALID_EOF_STATE: 'unreadable-end',
}

/** The parser has no code of its own for the two together, in whichever order they come. */
const HAS_BOTH = /(?=.*Content-Length)(?=.*Transfer-Encoding)/

const MAY_BE_LINE_ENDS = ['HPE_INVALID_VERSION', 'HPE_INVALID_HEADER_TOKEN']

/** RFC 9112 §2.2. Whether the parser was at the LF or behind it; what came in an earlier packet might have been its CR. */
function isBareLineFeed(text: string, at: number): boolean {
  const end = text[at] === '\n' ? at : at - 1
  return end > 0 && text[end] === '\n' && text[end - 1] !== '\r'
}

/** RFC 9112 §5.1, §5.2 and RFC 9110 §5.5: what the parser calls a wrong token is one of several faults. */
function fieldReason({ reason, text, at }: Failure): Unreadable {
  const rest = text.slice(at)
  if (reason.includes('whitespace after header value') || /\n[ \t]+$/.test(text.slice(0, at))) {
    return 'unreadable-folded'
  }
  if (/^[ \t]+:/.test(rest)) return 'unreadable-blank-before-colon'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a value must not have.
  if (reason.includes('value') && /^[\0-\x1f\x7f]/.test(rest)) return 'unreadable-control-character'
  if (reason.includes('value')) return 'unreadable-field'
  if (rest.startsWith('\r')) return 'unreadable-no-colon'
  return 'unreadable-field-name'
}
