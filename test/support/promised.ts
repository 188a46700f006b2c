/**
 * The rules that conform() sees to by default, whatever a handler writes (README, "Responses written by hand"). A bare
 * status gets its document, too, but 9110-15.5-explain asks for content even where there is a Content-Type.
 */
export const promised: readonly string[] = [
  // Framing: what has no content has none, nor says that it had.
  '9110-15.3.5-204-no-content',
  '9110-8.6-204-no-content-length',
  '9112-6.1-204-no-transfer-encoding',
  '9112-6.3-204-no-body-octets',
  '9110-15.3.6-205-no-content',
  '9110-15.4.5-304-no-content',
  '9110-15.4.5-304-no-other-representation-metadata',
  '9110-8.6-304-content-length-must-equal-200',
  '9112-6.3-304-no-body-octets',
  '9110-9.3.2-head-no-content',
  '9112-6.3-head-ends-at-headers',
  '9110-8.6-head-content-length-equals-get',
  // Framing: where a message ends.
  '9110-8.6-content-length-digits',
  '9110-5.3-content-length-singleton',
  '9112-6.3-content-length-matches-body',
  '9112-6.2-no-cl-with-te',
  '9112-6.1-no-te-to-http10',
  '9110-15-interim-then-one-final',
  // What a status owes, as far as there is an answer without `fallbacks`.
  '9110-15.5.2-www-authenticate',
  '9110-15.5.6-allow',
]
