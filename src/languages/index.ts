export type { Catalogue, DetailedStatus, NamedStatus } from './catalogue.ts'
export { type LanguageTag, languageTags, loadLanguage } from './load.ts'
export { type StatusTexts, textsOf } from './texts-of.ts'
