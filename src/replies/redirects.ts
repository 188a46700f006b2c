import { english } from '../languages/english.ts'
import { escapeMarkup } from '../text/escape.ts'
import { checkOptions, otherLanguage, pageLanguage, say, type Voice } from '../text/index.ts'
import { type Localized, translatable } from './in-language.ts'
import { hyperlink, referenceIn } from './location.ts'
import type { Reply, ReplyOptions } from './reply.ts'

/**
 * 301: the resource has a new address for good. A POST may become a GET: see {@link permanentRedirect}
 * (RFC 9110 §15.4.2).
 *
 * @param location an absolute or relative URI reference; spaces, non-ASCII and the like are encoded. Never pass on what
 *   a client sent without checking it: that is an open redirect.
 * @throws {TypeError} for a location with control characters, CR and LF among them, or with a user name.
 * @example send(res, movedPermanently('/new/place'))
 */
export function movedPermanently(location: string, options?: ReplyOptions): Reply {
  return redirect(301, 'movedPermanently', location, options)
}

/**
 * 302: for the moment, look there. A POST may become a GET: see {@link temporaryRedirect} (RFC 9110 §15.4.3).
 *
 * @param location as for {@link movedPermanently}, which also says what it throws.
 * @example send(res, found('/maintenance'))
 */
export function found(location: string, options?: ReplyOptions): Reply {
  return redirect(302, 'found', location, options)
}

/**
 * 303: the answer is at another address, to be fetched with GET (RFC 9110 §15.4.4).
 *
 * @param location as for {@link movedPermanently}, which also says what it throws.
 * @example send(res, seeOther('/orders/43'))
 */
export function seeOther(location: string, options?: ReplyOptions): Reply {
  return redirect(303, 'seeOther', location, options)
}

/**
 * 307: for the moment, send the same request there, method and content unchanged (RFC 9110 §15.4.8).
 *
 * @param location as for {@link movedPermanently}, which also says what it throws.
 * @example send(res, temporaryRedirect('https://standby.example/orders'))
 */
export function temporaryRedirect(location: string, options?: ReplyOptions): Reply {
  return redirect(307, 'temporaryRedirect', location, options)
}

/**
 * 308: from now on, send the same request there, method and content unchanged (RFC 9110 §15.4.9).
 *
 * @param location as for {@link movedPermanently}, which also says what it throws.
 * @example send(res, permanentRedirect('/v2/orders'))
 */
export function permanentRedirect(location: string, options?: ReplyOptions): Reply {
  return redirect(308, 'permanentRedirect', location, options)
}

function redirect(status: number, named: string, location: string, options: ReplyOptions = {}): Reply {
  checkOptions(named, options, ['headers'])
  const target = referenceIn('Location', location)
  return {
    status,
    headers: { ...options.headers, Location: target },
    variants: [
      translatable({ type: 'text/html; charset=utf-8', body: hypertextNote(status, target).body }, (voice) =>
        hypertextNote(status, target, voice),
      ),
    ],
  }
}

function hypertextNote(status: number, target: string, voice?: Voice): Localized {
  const { titleOf, tell, language } = voice ?? english
  const title = titleOf(status)
  const said = tell(say('redirect', { title: title.text, link: PLACE }))
  const note = escapeMarkup(said.text).replace(PLACE, () => hyperlink(target))
  // All that is to be read in the note is the title.
  const other = title.language === language ? '' : otherLanguage(title.language)
  return {
    body:
      `<!doctype html><html ${pageLanguage(voice)}><meta charset="utf-8">` +
      `<title${other}>${escapeMarkup(title.text)}</title><p${other}>${note}</p></html>\n`,
    language: other === '' && said.language === language ? language : undefined,
  }
}

// Stands for the link while the text around it is made: a character for private use, which no text has.
const PLACE = '\ue000'
