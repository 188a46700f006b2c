import { type Drop, isText } from '../recognize/index.ts'
import { type Message, say } from '../text/index.ts'
import type { ProblemDocument } from './render.ts'
import { plainData } from './render-json.ts'
import type { Spoken } from './speech.ts'

/** A text, and its language where that is another one than that of the document: a tag, or '' where nobody knows it. */
export interface Passage {
  readonly text: string
  readonly language: string | undefined
}

/** The parts of a problem document that a person reads. Other extension members are for programs. */
export interface Parts {
  /** Status code and title. */
  readonly heading: Passage
  readonly paragraphs: readonly Passage[]
  /** What is wrong with the request, part by part. */
  readonly list: readonly Passage[]
  /** With `debug: true`: the stack. */
  readonly trace: string | undefined
}

/** Picks out what a person reads. */
export function describeParts(document: ProblemDocument, drop: Drop, spoken?: Spoken): Parts {
  const { type, status, title, detail, instance, debug } = document
  // Whatever an application put there, as JSON would hand it over.
  const errors = 'errors' in document ? plainData({ errors: document.errors }, drop).errors : undefined
  const page = spoken?.voice.language
  const label = (message: Message): Passage => {
    const said = spoken?.voice.tell(message)
    return passage((said ?? message).text, said?.language, page)
  }
  const paragraphs: Passage[] = []
  if (typeof detail === 'string') paragraphs.push(passage(detail, spoken?.detail, page))
  if (typeof type === 'string' && type !== 'about:blank') paragraphs.push(label(say('type', { uri: type })))
  if (typeof instance === 'string') paragraphs.push(label(say('instance', { uri: instance })))
  return {
    heading: passage(`${String(status)} ${String(title)}`, spoken?.title, page),
    paragraphs,
    list: Array.isArray(errors)
      ? errors.flatMap((error, at) => describeError(error).map((text) => passage(text, spoken?.errors[at], page)))
      : [],
    trace: Array.isArray(debug) ? debug.filter(isText).join('\n') : undefined,
  }
}

function passage(text: string, language?: string, page?: string): Passage {
  return { text, language: language === page ? undefined : language }
}

function describeError(error: unknown): string[] {
  if (typeof error !== 'object' || error === null || !('detail' in error)) return []
  const where = 'pointer' in error && typeof error.pointer === 'string' ? `${error.pointer}: ` : ''
  return typeof error.detail === 'string' ? [`${where}${error.detail}`] : []
}
