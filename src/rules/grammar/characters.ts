const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const TOKEN68 = /^[A-Za-z0-9\-._~+/]+=*$/
const FIELD_VALUE = /^(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/
const QUOTED_STRING = /^"(?:[\t \x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t \x21-\x7e\x80-\xff])*"$/

/** token (RFC 9110 §5.6.2) */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

/** token68 (RFC 9110 §11.2) */
export function isToken68(text: string): boolean {
  return TOKEN68.test(text)
}

/** quoted-string (RFC 9110 §5.6.4) */
export function isQuotedString(text: string): boolean {
  return QUOTED_STRING.test(text)
}

/** What a quoted-string stands for. */
export function unquote(quotedString: string): string {
  return quotedString.slice(1, -1).replace(/\\(.)/gs, '$1')
}

/** field-value (RFC 9110 §5.5), obs-text included. */
export function isFieldValue(text: string): boolean {
  return FIELD_VALUE.test(text)
}

/** 1*DIGIT */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text)
}
