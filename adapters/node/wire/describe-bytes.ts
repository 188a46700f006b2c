const MAX = 80

/** What came over the wire, quoted and shortened for a message. Bytes that are no visible ASCII are escaped. */
export function describeBytes(latin1: string): string {
  const shown = latin1.slice(0, MAX).replace(/[^ -~]|["\\]/g, escapeCharacter)
  return `"${shown}${latin1.length > MAX ? '…' : ''}"`
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '\r':
      return '\\r'
    case '\n':
      return '\\n'
    case '\t':
      return '\\t'
    case '"':
    case '\\':
      return `\\${character}`
    default:
      return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  }
}
