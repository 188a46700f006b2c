import { decodeUtf8 } from './utf8.ts'

/** What an Item or a parameter is (RFC 9651 §3.3). A Date is in seconds since 1970. */
export type BareItem =
  | { readonly type: 'integer' | 'decimal' | 'date'; readonly value: number }
  | { readonly type: 'string' | 'token' | 'display-string'; readonly value: string }
  | { readonly type: 'byte-sequence'; readonly value: Uint8Array }
  | { readonly type: 'boolean'; readonly value: boolean }

/** In their order; of a key that is given twice the last value counts (RFC 9651 §4.2.3.2). */
export type StructuredParameters = ReadonlyMap<string, BareItem>

export type Item = BareItem & { readonly parameters: StructuredParameters }

export interface InnerList {
  readonly type: 'inner-list'
  readonly items: readonly Item[]
  readonly parameters: StructuredParameters
}

export type Member = Item | InnerList

/** An Item (RFC 9651 §4.2.3); undefined: none. Several lines of a field are to be combined before. */
export function parseItem(text: string): Item | undefined {
  return parseWhole(text, readItem)
}

/** A List (RFC 9651 §4.2.1), which may be empty; undefined: none. */
export function parseList(text: string): readonly Member[] | undefined {
  return parseWhole(text, readList)
}

/** A Dictionary (RFC 9651 §4.2.2), which may be empty; undefined: none. */
export function parseDictionary(text: string): ReadonlyMap<string, Member> | undefined {
  return parseWhole(text, readDictionary)
}

/** Where reading has come to. What does not fit gives undefined; then the position does not matter any more. */
interface Cursor {
  readonly text: string
  at: number
}

const NUMBER = /(-?)([0-9]+)(?:\.([0-9]+))?/y
const TOKEN = /[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*/y
const KEY = /[a-z*][a-z0-9_\-.*]*/y
const BYTES = /:([A-Za-z0-9+/]*)(={0,2}):/y
const BOOLEAN = /\?[01]/y
const INTEGER_DIGITS = 15
const DECIMAL_DIGITS = 12
const FRACTION_DIGITS = 3

function parseWhole<T>(text: string, read: (cursor: Cursor) => T | undefined): T | undefined {
  const cursor: Cursor = { text, at: 0 }
  skip(cursor, ' ')
  const value = read(cursor)
  skip(cursor, ' ')
  return cursor.at === text.length ? value : undefined
}

function readList(cursor: Cursor): readonly Member[] | undefined {
  const members: Member[] = []
  if (isDone(cursor)) return members
  for (;;) {
    const member = readMember(cursor)
    if (member === undefined) return undefined
    members.push(member)
    const goesOn = readComma(cursor)
    if (goesOn !== true) return goesOn === false ? members : undefined
  }
}

function readDictionary(cursor: Cursor): ReadonlyMap<string, Member> | undefined {
  const members = new Map<string, Member>()
  if (isDone(cursor)) return members
  for (;;) {
    const key = match(cursor, KEY)?.[0]
    if (key === undefined) return undefined
    const member = take(cursor, '=') ? readMember(cursor) : withParameters(cursor, { type: 'boolean', value: true })
    if (member === undefined) return undefined
    members.set(key, member)
    const goesOn = readComma(cursor)
    if (goesOn !== true) return goesOn === false ? members : undefined
  }
}

/** Whether another member follows; undefined: neither that nor the end, or a comma and nothing behind it. */
function readComma(cursor: Cursor): boolean | undefined {
  skip(cursor, ' \t')
  if (isDone(cursor)) return false
  if (!take(cursor, ',')) return undefined
  skip(cursor, ' \t')
  return isDone(cursor) ? undefined : true
}

function readMember(cursor: Cursor): Member | undefined {
  return cursor.text[cursor.at] === '(' ? readInnerList(cursor) : readItem(cursor)
}

function readInnerList(cursor: Cursor): InnerList | undefined {
  const items: Item[] = []
  cursor.at++
  for (;;) {
    skip(cursor, ' ')
    if (take(cursor, ')')) {
      const parameters = readParameters(cursor)
      return parameters === undefined ? undefined : { type: 'inner-list', items, parameters }
    }
    const item = readItem(cursor)
    const next = cursor.text[cursor.at]
    if (item === undefined || (next !== ' ' && next !== ')')) return undefined
    items.push(item)
  }
}

function readItem(cursor: Cursor): Item | undefined {
  const bare = readBareItem(cursor)
  return bare === undefined ? undefined : withParameters(cursor, bare)
}

function withParameters(cursor: Cursor, bare: BareItem): Item | undefined {
  const parameters = readParameters(cursor)
  return parameters === undefined ? undefined : { ...bare, parameters }
}

function readParameters(cursor: Cursor): StructuredParameters | undefined {
  const parameters = new Map<string, BareItem>()
  while (take(cursor, ';')) {
    skip(cursor, ' ')
    const key = match(cursor, KEY)?.[0]
    if (key === undefined) return undefined
    const value: BareItem | undefined = take(cursor, '=') ? readBareItem(cursor) : { type: 'boolean', value: true }
    if (value === undefined) return undefined
    parameters.set(key, value)
  }
  return parameters
}

function readBareItem(cursor: Cursor): BareItem | undefined {
  switch (cursor.text[cursor.at]) {
    case '"':
      return readString(cursor)
    case ':':
      return readBytes(cursor)
    case '?': {
      const value = match(cursor, BOOLEAN)?.[0]
      return value === undefined ? undefined : { type: 'boolean', value: value === '?1' }
    }
    case '@': {
      cursor.at++
      const number = readNumber(cursor)
      return number?.type === 'integer' ? { type: 'date', value: number.value } : undefined
    }
    case '%':
      return readDisplayString(cursor)
    default: {
      const value = match(cursor, TOKEN)?.[0]
      return value === undefined ? readNumber(cursor) : { type: 'token', value }
    }
  }
}

function readNumber(cursor: Cursor): { readonly type: 'integer' | 'decimal'; readonly value: number } | undefined {
  const [all = '', , digits = '', fraction] = match(cursor, NUMBER) ?? []
  const most = fraction === undefined ? INTEGER_DIGITS : DECIMAL_DIGITS
  if (digits === '' || digits.length > most || (fraction?.length ?? 0) > FRACTION_DIGITS) return undefined
  // No negative zero.
  return { type: fraction === undefined ? 'integer' : 'decimal', value: Number(all) + 0 }
}

function readString(cursor: Cursor): BareItem | undefined {
  const { text } = cursor
  let value = ''
  for (cursor.at++; ; cursor.at++) {
    let character = text.charAt(cursor.at)
    if (character === '"') {
      cursor.at++
      return { type: 'string', value }
    }
    if (character === '\\') {
      character = text.charAt(++cursor.at)
      if (character !== '"' && character !== '\\') return undefined
    } else if (!isPrintable(character)) return undefined
    value += character
  }
}

/** Bytes in UTF-8, all but printable ASCII as "%" and two lower-case digits (RFC 9651 §4.2.10). */
function readDisplayString(cursor: Cursor): BareItem | undefined {
  const { text } = cursor
  if (text[cursor.at + 1] !== '"') return undefined
  const bytes: number[] = []
  for (cursor.at += 2; ; cursor.at++) {
    const character = text.charAt(cursor.at)
    if (character === '"') {
      cursor.at++
      const value = decodeUtf8(Uint8Array.from(bytes))
      return value === undefined ? undefined : { type: 'display-string', value }
    }
    if (character === '%') {
      const digits = text.slice(cursor.at + 1, cursor.at + 3)
      if (!/[0-9a-f]{2}/.test(digits)) return undefined
      bytes.push(Number.parseInt(digits, 16))
      cursor.at += 2
    } else if (!isPrintable(character)) return undefined
    else bytes.push(character.charCodeAt(0))
  }
}

/** Not so beyond the end of a text, where there is no character. */
function isPrintable(character: string): boolean {
  return character >= ' ' && character <= '~'
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Missing padding and bits in it are let pass, as parsers do (RFC 9651 §4.2.7). */
function readBytes(cursor: Cursor): BareItem | undefined {
  const [, digits, padding = ''] = match(cursor, BYTES) ?? []
  if (digits === undefined || digits.length % 4 === 1) return undefined
  if (padding !== '' && (digits.length + padding.length) % 4 !== 0) return undefined
  const value = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let count = 0
  let at = 0
  for (const digit of digits) {
    bits = ((bits << 6) | BASE64.indexOf(digit)) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    value[at++] = bits >> count
  }
  return { type: 'byte-sequence', value }
}

function match(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found === null) return undefined
  cursor.at = pattern.lastIndex
  return found
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false
  cursor.at++
  return true
}

function skip(cursor: Cursor, characters: string): void {
  while (!isDone(cursor) && characters.includes(cursor.text.charAt(cursor.at))) cursor.at++
}

function isDone(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length
}
