import { trimBlanks } from './lists.ts'

/** What an element of a list names: what stands before its parameters and its weight, in lower case. */
export function nameOf(element: string): string {
  return trimBlanks(element.replace(/;.*/s, '')).toLowerCase()
}

/** What the elements of TE or A-IM name, without those whose weight of 0 says that they are not wanted (RFC 9110 §12.4.2). */
export function wantedNames(elements: readonly string[]): readonly string[] {
  return elements.filter((element) => !/;[\t ]*q[\t ]*=[\t ]*0(?:\.0*)?$/i.test(element)).map(nameOf)
}
