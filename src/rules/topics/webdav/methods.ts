/** The methods of WebDAV and of what was built on it (RFC 4918, 3253, 3744, 4791, 5323, 5842). */
export const METHODS: ReadonlySet<string> = new Set([
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
  'ACL',
  'BIND',
  'MKCALENDAR',
  'REBIND',
  'REPORT',
  'SEARCH',
  'UNBIND',
])
