/** Whether a value is a well-formed language tag (RFC 5646 §2.1; none of the grandfathered ones). */
export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && TAG.test(value)
}

/** The tag that was meant by what has underscores, as in the names of locales; undefined: none. */
export function withHyphens(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.includes('_')) return undefined
  const tag = value.replaceAll('_', '-')
  return isLanguageTag(tag) ? tag : undefined
}

/** The script that a tag names, or that its language is usually written in (there); undefined: nobody knows. */
export function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch {
    // Not every host has the data, or takes every tag.
    return undefined
  }
}

const LONGEST = 100

const TAG = new RegExp(
  [
    '^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})', // language, of which the extended one is seldom used
    '(?:-[a-z]{4})?', // script
    '(?:-(?:[a-z]{2}|[0-9]{3}))?', // region
    '(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*', // variants
    '(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*', // extensions
    '(?:-x(?:-[a-z0-9]{1,8})+)?$', // private use
  ].join(''),
  'i',
)

/** Which way a language is written, by the script that its tag names, or that it usually has. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', second = ''] = tag.toLowerCase().split('-')
  const script = /^[a-z]{4}$/.test(second) ? second : undefined
  return (script === undefined ? RIGHT_TO_LEFT : RIGHT_TO_LEFT_SCRIPTS).includes(script ?? language) ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT_SCRIPTS = [
  'adlm',
  'arab',
  'aran',
  'hebr',
  'mand',
  'mend',
  'nkoo',
  'rohg',
  'samr',
  'syrc',
  'thaa',
  'yezi',
]

const RIGHT_TO_LEFT = [
  'ar',
  'arc',
  'ary',
  'arz',
  'azb',
  'ckb',
  'dv',
  'fa',
  'glk',
  'he',
  'ks',
  'lrc',
  'mzn',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]
