/**
 * The tag that suits language ranges best: the first range that one fits decides. Like Lookup (RFC 4647 §3.4), and what
 * people expect beyond it: a range fits longer tags too (`pt` and `pt-PT`: `pt-BR`), and Chinese without a script is
 * written as it is in its region (`zh-TW`, `zh-HK`, `zh-MO`: `zh-Hant`, else `zh-Hans`). `cmn` is `zh`, and so is `yue`
 * where it is not on offer itself, in traditional characters.
 *
 * @param ranges most wanted first; `*` is the first tag.
 * @param tags most preferred first.
 * @returns one of the tags; undefined: none fits.
 */
export function lookup(ranges: readonly string[], tags: readonly string[]): string | undefined {
  const offers = tags.map((tag) => ({ tag, subtags: subtagsOf(tag) }))
  const wishes = ranges.flatMap(wishesOf)
  for (const wish of wishes) {
    const offer = wish[0] === '*' ? offers[0] : nearest(wish, offers)
    if (offer !== undefined) return offer.tag
  }
  // Another script than one's own is for those who ask for nothing else on offer.
  for (const [language] of wishes) {
    const offer = offers.find(({ subtags }) => subtags[0] === language)
    if (offer !== undefined) return offer.tag
  }
  return undefined
}

/**
 * Whether a range fits a tag: it is the tag, or the beginning of it (RFC 4647 §3.3.1).
 *
 * @param range any but `*`.
 */
export function fits(range: string, tag: string): boolean {
  const [start, all] = [plainTag(range), plainTag(tag)]
  return all === start || all.startsWith(`${start}-`)
}

interface Offer {
  readonly tag: string
  readonly subtags: readonly string[]
}

function nearest(wish: readonly string[], offers: readonly Offer[]): Offer | undefined {
  const hasScript = isScript(wish[1])
  for (let length = wish.length; length > 0; length -= 1) {
    const start = wish.slice(0, length)
    const fitting = offers.filter(({ subtags }) => start.every((subtag, at) => subtags[at] === subtag))
    const exact = fitting.find(({ subtags }) => subtags.length === length)
    if (exact !== undefined) return exact
    // Without its script the range would fit texts in another.
    if (!(hasScript && length === 1) && fitting[0] !== undefined) return fitting[0]
  }
  return undefined
}

// No tag that anybody uses has more; a range may have thousands.
const MOST_SUBTAGS = 8

// Cantonese is Chinese, too, and written like that of Hong Kong (RFC 5646 §2.2.2: its macrolanguage is zh).
function wishesOf(range: string): readonly (readonly string[])[] {
  const own = subtagsOf(range)
  return own[0] === 'yue' ? [own, subtagsOf(`zh-${range}`)] : [own]
}

function subtagsOf(tag: string): readonly string[] {
  const [language = '', ...rest] = plainTag(tag).split('-', MOST_SUBTAGS)
  if (language !== 'zh') return [language, ...rest]
  // Extended languages stand before the script (RFC 5646 §2.2.2): `zh-cmn-Hant`.
  const at = rest.findIndex((subtag) => !/^[a-z]{3}$/.test(subtag))
  const script = rest[at]
  if (script !== undefined && isScript(script)) return [language, script, ...rest.toSpliced(at, 1)]
  const isTraditional = rest.some((subtag) => /^(?:tw|hk|mo)$/.test(subtag)) || (rest[0] === 'yue' && rest[1] !== 'cn')
  return [language, isTraditional ? 'hant' : 'hans', ...rest]
}

// Mandarin is what zh stands for, of which cmn is the other name.
function plainTag(tag: string): string {
  return tag.toLowerCase().replace(/^cmn(?![^-])/, 'zh')
}

function isScript(subtag: string | undefined): boolean {
  return subtag !== undefined && /^[a-z]{4}$/.test(subtag)
}
