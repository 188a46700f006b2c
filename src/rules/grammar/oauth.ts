/** scope of one or more scope-token, with one space between them (RFC 6749 §3.3). */
export function isScope(text: string): boolean {
  return /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/.test(text)
}

/** Text of `error` and `error_description` (RFC 6749 §5.2, RFC 6750 §3): printable ASCII but quotes and backslashes. */
export function isErrorText(text: string): boolean {
  return /^[ !#-[\]-~]*$/.test(text)
}

/** nonce of DPoP (RFC 9449 §8.1): 1*NQCHAR. */
export function isDpopNonce(text: string): boolean {
  return /^[!#-[\]-~]+$/.test(text)
}
