import { findForeignCharacter } from './xml-characters.ts'
import { Malformed, XmlScanner } from './xml-scanner.ts'

/** An element with its namespace (Namespaces in XML 1.0). */
export interface XmlElement {
  readonly namespace: string
  readonly localName: string
  /** The value of xml:lang, if it has one. */
  readonly language: string | undefined
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** What a text is as XML: a document, or why it is none. Neither: it needs a document type, or is nested too deeply. */
export type XmlResult =
  | { readonly root: XmlElement }
  | { readonly wrong: string; readonly at: number }
  | { readonly unknown: string }

/** Parses XML 1.0 with namespaces, strictly. Takes linear time, and no external entities. */
export function parseXml(text: string): XmlResult {
  const foreign = findForeignCharacter(text)
  if (foreign !== undefined) return { wrong: 'has a character that XML has not', at: foreign }
  try {
    return { root: new Parser(text).document() }
  } catch (error) {
    if (error instanceof Malformed) return { wrong: error.reason, at: error.at }
    if (error instanceof Unknown) return { unknown: error.reason }
    throw error
  }
}

/** Deeper ones are taken for an attack. */
const MAX_DEPTH = 256

const DECLARATION =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'

class Unknown {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** Prefixes that an element declares; what it does not declare, an element around it does. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>
  readonly around: Scope | undefined
}

interface OpenElement {
  readonly name: string
  readonly scope: Scope
  readonly namespace: string
  readonly localName: string
  readonly language: string | undefined
  readonly children: XmlElement[]
  text: string
}

class Parser extends XmlScanner {
  document(): XmlElement {
    this.take('\ufeff')
    if (/^\ufeff?<\?xml[ \t\r\n]/.test(this.text) && this.match(DECLARATION) === undefined)
      this.fail('has a wrong XML declaration')
    this.#misc(true)
    const root = this.#element()
    this.#misc(false)
    if (this.at < this.text.length) this.fail('goes on after the root element')
    return root
  }

  /** Blanks, comments and processing instructions around the root; before it, a document type. */
  #misc(isProlog: boolean): void {
    for (;;) {
      this.blanks()
      if (this.sees('<!--')) this.comment()
      else if (this.sees('<?')) this.instruction()
      else if (isProlog && this.sees('<!DOCTYPE')) throw new Unknown('has a document type')
      else return
    }
  }

  /** The root and all that is in it; without recursion. */
  #element(): XmlElement {
    const open: OpenElement[] = []
    for (;;) {
      const current = open.at(-1)
      if (current === undefined || (this.sees('<') && !/[!?/]/.test(this.text.charAt(this.at + 1)))) {
        const { element, isEmpty } = this.#startTag(current)
        if (open.length >= MAX_DEPTH) throw new Unknown('is nested too deeply')
        if (!isEmpty) open.push(element)
        else if (current === undefined) return element
        else current.children.push(element)
      } else if (this.sees('</')) {
        this.#endTag(current)
        open.pop()
        const around = open.at(-1)
        if (around === undefined) return current
        around.children.push(current)
      } else if (this.sees('<!--')) this.comment()
      else if (this.sees('<![CDATA[')) current.text += this.until(']]>', 9, 'has a CDATA section without an end')
      else if (this.sees('<?')) this.instruction()
      else if (this.sees('<')) this.fail('has a "<" that begins nothing')
      else current.text += this.#characters()
    }
  }

  #startTag(around: OpenElement | undefined): { element: OpenElement; isEmpty: boolean } {
    if (!this.take('<')) this.fail('has no root element')
    const name = this.name()
    const attributes = new Map<string, string>()
    const prefixes = new Map<string, string>()
    let isEmpty = false
    for (;;) {
      const blanks = this.blanks()
      if (this.take('>')) break
      if (this.take('/>')) {
        isEmpty = true
        break
      }
      if (blanks === '') this.fail('has a tag that does not end, or attributes without a blank between them')
      const attribute = this.name()
      const value = this.#attributeValue()
      if (attributes.has(attribute)) this.fail(`has the attribute ${attribute} twice in one tag`)
      attributes.set(attribute, value)
      if (attribute === 'xmlns') prefixes.set('', value)
      else if (attribute.startsWith('xmlns:')) {
        if (value === '') this.fail('declares a prefix for no namespace')
        prefixes.set(attribute.slice(6), value)
      }
    }
    const scope: Scope = { prefixes, around: around?.scope }
    this.#checkAttributes(attributes, scope)
    const { namespace, localName } = this.#resolve(name, scope)
    const language = attributes.get('xml:lang')
    return { element: { name, scope, namespace, localName, language, children: [], text: '' }, isEmpty }
  }

  /** No two attributes have the same name in the same namespace. */
  #checkAttributes(attributes: ReadonlyMap<string, string>, scope: Scope): void {
    const seen = new Set<string>()
    for (const attribute of attributes.keys()) {
      if (!attribute.includes(':') || attribute.startsWith('xmlns:')) continue
      const { namespace, localName } = this.#resolve(attribute, scope)
      const key = `${localName} ${namespace}`
      if (seen.has(key)) this.fail(`has the attribute ${localName} of a namespace twice in one tag`)
      seen.add(key)
    }
  }

  #endTag(current: OpenElement): void {
    this.at += 2
    const start = this.at
    const name = this.name()
    if (name !== current.name) this.fail(`ends ${name} where ${current.name} is open`, start)
    this.blanks()
    if (!this.take('>')) this.fail('has an end tag that does not end')
  }

  #resolve(name: string, scope: Scope): { readonly namespace: string; readonly localName: string } {
    const colon = name.indexOf(':')
    const prefix = name.slice(0, Math.max(colon, 0))
    const localName = name.slice(colon + 1)
    if (colon === 0 || localName === '' || localName.includes(':')) this.fail(`has the name ${name} with a wrong colon`)
    if (prefix === 'xml') return { namespace: XML_NAMESPACE, localName }
    for (let at: Scope | undefined = scope; at !== undefined; at = at.around) {
      const namespace = at.prefixes.get(prefix)
      if (namespace !== undefined) return { namespace, localName }
    }
    if (prefix !== '') this.fail(`has the prefix ${prefix}, which nothing declares`)
    return { namespace: '', localName }
  }

  #attributeValue(): string {
    this.blanks()
    if (!this.take('=')) this.fail('has an attribute without a value')
    this.blanks()
    const quote = this.text[this.at]
    if (quote !== '"' && quote !== "'") this.fail('has an attribute without quotes')
    const start = this.at + 1
    const value = this.until(quote, 1, 'has an attribute that does not end')
    const bracket = value.indexOf('<')
    if (bracket !== -1) this.fail('has a "<" in an attribute', start + bracket)
    return this.expand(value, start)
  }

  /** Text up to the next tag. */
  #characters(): string {
    const start = this.at
    const next = this.text.indexOf('<', start)
    if (next === -1) this.fail('ends within an element', this.text.length)
    this.at = next
    const raw = this.text.slice(start, next)
    const end = raw.indexOf(']]>')
    if (end !== -1) this.fail('has "]]>" in a text', start + end)
    return this.expand(raw, start)
  }
}
