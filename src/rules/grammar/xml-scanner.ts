import { NAME, readReference } from './xml-characters.ts'

/** Why a text is no XML, and where. */
export class Malformed {
  readonly reason: string
  readonly at: number

  constructor(reason: string, at: number) {
    this.reason = reason
    this.at = at
  }
}

/** XML blanks, as many as there are. */
const BLANKS = /[ \t\r\n]*/y

/** A place in a text, and what can be read from there; it fails with Malformed. */
export class XmlScanner {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (match === null) return undefined
    this.at += match[0].length
    return match[0]
  }

  blanks(): string {
    return this.match(BLANKS) ?? ''
  }

  sees(text: string): boolean {
    return this.text.startsWith(text, this.at)
  }

  take(text: string): boolean {
    if (!this.sees(text)) return false
    this.at += text.length
    return true
  }

  name(): string {
    const name = this.match(NAME)
    return name === undefined ? this.fail('has no name where one must be') : name
  }

  /** What follows the first characters, up to an end; steps over the end. */
  until(end: string, skip: number, reason: string): string {
    const start = this.at + skip
    const at = this.text.indexOf(end, start)
    if (at === -1) this.fail(reason)
    this.at = at + end.length
    return this.text.slice(start, at)
  }

  comment(): void {
    const start = this.at
    this.until('--', 4, 'has a comment without an end')
    if (!this.take('>')) this.fail('has "--" in a comment', start)
  }

  instruction(): void {
    const start = this.at
    const [target = ''] = this.until('?>', 2, 'has a processing instruction without an end').split(/[ \t\r\n]/, 1)
    if (target === '' || target.toLowerCase() === 'xml') this.fail('has a processing instruction without a name', start)
  }

  /** Replaces references. */
  expand(raw: string, start: number): string {
    let text = ''
    let from = 0
    for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', from)) {
      const reference = readReference(raw, at)
      if (reference === undefined) this.fail('has an "&" that begins no known reference', start + at)
      text += raw.slice(from, at) + reference.text
      from = reference.end
    }
    return text + raw.slice(from)
  }

  fail(reason: string, at: number = this.at): never {
    throw new Malformed(reason, at)
  }
}
