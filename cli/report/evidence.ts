/** The lines of evidence that are in none of some transcripts, such as that a field is missing. */
export function evidenceElsewhere(transcripts: readonly string[], evidence: string): readonly string[] {
  const shown = new Set(transcripts.flatMap((text) => text.split('\n').map((line) => line.slice(2))))
  return linesOf(evidence).filter((line) => !shown.has(line))
}

/**
 * Of the transcripts of what came before, those that are worth showing: each once, whatever its Date, and at most a few,
 * above all those that the evidence is from. In their order.
 */
export function tellingEarlier(transcripts: readonly string[], evidence: string, most: number): readonly string[] {
  const seen = new Set<string>()
  // The last one is the closest to compare with.
  const latestFirst = [...transcripts].reverse().filter((text) => {
    const undated = text.replace(/^< date: .*$/im, '')
    return !seen.has(undated) && Boolean(seen.add(undated))
  })
  const isTelling = (text: string): boolean => evidenceElsewhere([text], evidence).length < linesOf(evidence).length
  const tellingFirst = [...latestFirst.filter(isTelling), ...latestFirst.filter((text) => !isTelling(text))]
  const chosen = new Set(tellingFirst.slice(0, most))
  return latestFirst.filter((text) => chosen.has(text)).reverse()
}

function linesOf(evidence: string): readonly string[] {
  return evidence.split('\n').filter((line) => line !== '')
}
