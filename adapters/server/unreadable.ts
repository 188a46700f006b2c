/** Where Node's parser gave up: its code and words, and what came last, with the place in it. */
export interface Failure {
  readonly code: string
  readonly reason: string
  readonly text: string
  readonly at: number
}

/** Why a message is no HTTP/1.1, for its sender; undefined: nobody knows. */
export function unreadableReason(failure: Failure): string | undefined {
  const { code, text, at } = failure
  if (MAY_BE_LINE_ENDS.includes(code) && isBareLineFeed(text, at)) return REASONS.HPE_CR_EXPECTED
  if (code === 'HPE_INVALID_HEADER_TOKEN') return fieldReason(failure)
  if (code === 'HPE_INVALID_VERSION' && failure.reason.includes('after version')) return BEHIND_VERSION
  // The parser has one code for this and for a Content-Length that is no number.
  if (code === 'HPE_INVALID_CONTENT_LENGTH' && failure.reason.includes('Transfer-Encoding')) return TWO_LENGTHS
  return REASONS[code]
}

const BEHIND_VERSION = 'its first line does not end behind the version of HTTP'
const TWO_LENGTHS = 'it has both Content-Length and Transfer-Encoding, so the length of its content is unclear'

const REASONS: Readonly<Record<string, string>> = {
  HPE_INVALID_CONSTANT: 'its first line is none of a request',
  HPE_INVALID_URL: 'its target has characters that must be encoded',
  HPE_INVALID_VERSION: 'its version of HTTP is unknown',
  HPE_UNEXPECTED_SPACE: 'there is a blank before its first header field',
  HPE_INVALID_CONTENT_LENGTH: 'its Content-Length is no number',
  HPE_UNEXPECTED_CONTENT_LENGTH: 'it has more than one Content-Length',
  HPE_INVALID_TRANSFER_ENCODING: 'its Transfer-Encoding leaves the length of its content unclear',
  HPE_INVALID_CHUNK_SIZE: 'the size of a chunk is no number',
  HPE_LF_EXPECTED: 'a line does not end with CR and LF',
  HPE_CR_EXPECTED: 'a line does not end with CR and LF',
  HPE_STRICT: 'a line does not end with CR and LF',
  HPE_INVALID_EOF_STATE: 'it ended before it was complete',
}

const MAY_BE_LINE_ENDS = ['HPE_INVALID_VERSION', 'HPE_INVALID_HEADER_TOKEN']

/** RFC 9112 §2.2. Whether the parser was at the LF or behind it; what came in an earlier packet might have been its CR. */
function isBareLineFeed(text: string, at: number): boolean {
  const end = text[at] === '\n' ? at : at - 1
  return end > 0 && text[end] === '\n' && text[end - 1] !== '\r'
}

/** RFC 9112 §5.1, §5.2 and RFC 9110 §5.5: what the parser calls a wrong token is one of several faults. */
function fieldReason({ reason, text, at }: Failure): string {
  const rest = text.slice(at)
  if (reason.includes('whitespace after header value') || /\n[ \t]+$/.test(text.slice(0, at))) {
    return 'a header field is folded over several lines'
  }
  if (/^[ \t]+:/.test(rest)) return 'there is a blank before the colon of a header field'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a value must not have.
  if (reason.includes('value') && /^[\0-\x1f\x7f]/.test(rest))
    return 'the value of a header field has a control character'
  if (reason.includes('value')) return 'a header field has characters that it must not have'
  if (rest.startsWith('\r')) return 'a header field has no colon'
  return 'the name of a header field has characters that it must not have'
}
