import type { Drop } from '../recognize/index.ts'
import { escapeMarkup } from '../text/escape.ts'
import { otherLanguage, pageLanguage } from '../text/index.ts'
import { describeParts, type Passage } from './for-people.ts'
import type { ProblemDocument } from './render.ts'
import type { Spoken } from './speech.ts'

const STYLE =
  ':root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}' +
  'body{max-width:40rem;margin:12vh auto 2rem;padding:0 1.25rem;overflow-wrap:anywhere}' +
  'h1{font-size:1.5rem;line-height:1.25}pre{overflow-x:auto;font-size:.8125rem}'

/** The policy that an error page brings: nothing but its own style, which this hash names (CSP Level 3 §2.3.1). */
export const HTML_POLICY: string = "default-src 'none'; style-src 'sha256-uLy5AUU7yKCul5LNhhHVj163T8po8lDCVU7M8vL8R/k='"

/** A problem document as a small page, for people with a browser. Everything in it is escaped; it runs no script. */
export function renderHtml(document: ProblemDocument, drop: Drop, spoken?: Spoken): string {
  const { heading, paragraphs, list, trace } = describeParts(document, drop, spoken)
  const title = escapeMarkup(heading.text)
  const items = list.map((item) => element('li', item)).join('')
  return (
    `<!doctype html>\n<html ${pageLanguage(spoken?.voice)}>\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title${languageOf(heading)}>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1${languageOf(heading)}>${title}</h1>\n` +
    paragraphs.map((passage) => `${element('p', passage)}\n`).join('') +
    (items === '' ? '' : `<ul>${items}</ul>\n`) +
    (trace === undefined ? '' : `<pre>${escapeMarkup(trace)}</pre>\n`) +
    '</body>\n</html>\n'
  )
}

function element(name: string, passage: Passage): string {
  return `<${name}${languageOf(passage)}>${escapeMarkup(passage.text)}</${name}>`
}

function languageOf({ language }: Passage): string {
  return language === undefined ? '' : otherLanguage(language)
}
