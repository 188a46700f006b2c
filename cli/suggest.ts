import { distanceOf } from '../src/text/index.ts'

const MAX_SUGGESTIONS = 3

/** Of the names there are those that a mistyped one may mean, the closest first. */
export function suggest(given: string, names: Iterable<string>): string[] {
  const wanted = given.toLowerCase().slice(0, 100)
  const ranked: { readonly name: string; readonly distance: number }[] = []
  for (const name of names) {
    const lower = name.toLowerCase()
    const distance = wanted.length >= 3 && lower.includes(wanted) ? 0 : distanceOf(wanted, lower)
    if (distance <= Math.max(2, Math.floor(wanted.length / 3))) ranked.push({ name, distance })
  }
  return ranked
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => name)
}

/** ` Did you mean a, b or c?`, or nothing. */
export function didYouMean(given: string, names: Iterable<string>): string {
  const found = suggest(given, names)
  const last = found.pop()
  if (last === undefined) return ''
  return ` Did you mean ${found.length > 0 ? `${found.join(', ')} or ` : ''}${last}?`
}
