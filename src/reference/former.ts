import type { StatusCode } from '../status/index.ts'
import type { FormerMeaning } from './types.ts'

/** What codes were called in older RFCs, which libraries still follow. */
export const formerPhrases: readonly (readonly [code: StatusCode, phrase: string])[] = [
  [302, 'Moved Temporarily'],
  [408, 'Request Time-out'],
  [413, 'Request Entity Too Large'],
  [413, 'Payload Too Large'],
  [414, 'Request-URI Too Long'],
  // RFC 2616 §6.1.1; §10.4.15 has the one above.
  [414, 'Request-URI Too Large'],
  [416, 'Requested Range Not Satisfiable'],
  [422, 'Unprocessable Entity'],
  [503, 'Server Unavailable'],
  [504, 'Gateway Time-out'],
  [505, 'HTTP Version not supported'],
]

/** What codes once meant. It is for looking up only: a registered code is sent as what it means today. */
export const formerMeanings: Readonly<Partial<Record<StatusCode, FormerMeaning>>> = {
  102: { name: 'Processing', from: 'RFC 2518, dropped by RFC 4918', today: 202 },
  302: { name: 'Moved Temporarily', from: 'RFC 1945', today: 307 },
  305: { name: 'Use Proxy', from: 'RFC 2616', today: undefined },
  421: { name: 'There are too many connections from your internet address', from: 'tables made after FTP', today: 429 },
  425: { name: 'Unordered Collection', from: 'a draft of WebDAV', today: 409 },
}
