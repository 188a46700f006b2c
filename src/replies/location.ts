import { encodeUriReference, hasEmptyHost, hasUserinfo } from '../headers/index.ts'
import { escapeMarkup } from '../text/escape.ts'

/**
 * The URI reference of a Location or Content-Location field: what is not allowed in one is encoded.
 * @throws {TypeError} for control characters, and for a user name or an empty host (RFC 9110 §4.2.4, §4.2.1).
 */
export function referenceIn(field: string, location: string): string {
  const reference = encodeUriReference(location)
  if (hasUserinfo(reference)) throw new TypeError(`${field} has no user name (RFC 9110 §4.2.4)`)
  if (hasEmptyHost(reference)) throw new TypeError(`${field} has a host, or none to name (RFC 9110 §4.2.1)`)
  return reference
}

/**
 * A link in a page, or the bare label where the target would run when clicked: no browser follows a redirect to
 * `javascript:` or `data:`, but a link to it.
 */
export function hyperlink(target: string, label: string = target, hints: string = ''): string {
  const text = escapeMarkup(label)
  return /^(?:https?:|[^:]*(?:[/?#]|$))/i.test(target) ? `<a href="${escapeMarkup(target)}"${hints}>${text}</a>` : text
}
