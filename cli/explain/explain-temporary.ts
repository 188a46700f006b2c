import { type Paint, plain } from '../colours.ts'
import { inEnglish, type Speech } from './speech.ts'

/** A code that the registry has for as long as a draft lives; undefined: none is meant. */
export function explainTemporary(
  asked: string,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string | undefined {
  const draft = temporary[asked]
  if (draft === undefined) return undefined
  const ofClass = Math.floor(Number(asked) / 100) * 100
  return [
    words.temporary(paint('bold', `${asked} ${draft.name}`), draft.from),
    words.understoodAs(`${ofClass} ${titleOf(ofClass)}`),
    '',
  ].join('\n')
}

const temporary: Readonly<Record<string, { readonly name: string; readonly from: string }>> = {
  __proto__: null as never,
  104: { name: 'Upload Resumption Supported', from: 'draft-ietf-httpbis-resumable-upload' },
}
