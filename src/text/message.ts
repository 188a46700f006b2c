/** What can stand in a message. */
export type MessageValue = string | number | bigint | boolean | Date

/** The values of a message, by the names that its text has for them. */
export type MessageValues = Readonly<Record<string, MessageValue>>

/** A text for people that can be said in other languages, too. As text and as JSON it is its own. */
export interface Message {
  /** What catalogues know it by. */
  readonly id: string
  /** What is said where no catalogue has it, with its values in it. */
  readonly text: string
  readonly values: MessageValues
  toString(): string
  toJSON(): string
}

/**
 * A text for the client that catalogues may have in other languages: for `detail`, for `title` and for the `detail` of
 * an item of `errors`.
 *
 * @param id what the `messages` of a catalogue know it by.
 * @param text in the default language (English, unless `defaultLanguage` says otherwise), with `{name}` where a value
 *   goes. It is what the log has, and what is sent where no catalogue has the message.
 * @param values strings, numbers, bigints, booleans or dates. Nothing is formatted here: numbers and booleans are written as
 *   in JavaScript, dates as in ISO 8601. What ICU MessageFormat makes of them, catalogues say. A brace is a value, too.
 * @throws {TypeError} for a value of another kind, and for a text that lacks one or has other braces.
 * @example
 * throw new PaymentRequired({ detail: message('out-of-credit', 'Your balance is {balance}.', { balance: 30 }) })
 */
export function message(id: string, text: string, values: MessageValues = {}): Message {
  if (typeof id !== 'string' || id === '') throw new TypeError('message() takes a non-empty string as its id')
  if (typeof text !== 'string') throw new TypeError(`message "${id}": its text is a string`)
  if (typeof values !== 'object' || values === null) throw new TypeError(`message "${id}": its values are an object`)
  for (const [name, value] of Object.entries(values)) {
    if (!isMessageValue(value)) {
      throw new TypeError(`message "${id}": "${name}" is no string, number, bigint, boolean or valid date`)
    }
  }
  if (needsFormatter(text)) {
    throw new TypeError(`message "${id}": its text has {name} for values and no other braces; more is for catalogues`)
  }
  return new TranslatableText(id, fill(text, values), { ...values })
}

/** Whether a value is a message, also one of another copy of this package. May be asked of anything. */
export function isMessage(value: unknown): value is Message {
  try {
    return typeof value === 'object' && value !== null && Reflect.get(value, BRAND) === true
  } catch {
    return false
  }
}

/** The text of what is a text, or a message. */
export function textOf<T>(value: T): Exclude<T, Message> | (Message extends T ? string : never) {
  return (isMessage(value) ? value.text : value) as ReturnType<typeof textOf<T>>
}

/**
 * Puts values into the places of a text.
 *
 * @throws {TypeError} for a place without a value.
 */
export function fill(text: string, values: MessageValues): string {
  if (!text.includes('{')) return text
  return text.replace(PLACE, (_place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new TypeError(`"${text}" needs a value for {${name}}`)
    return value instanceof Date ? value.toISOString() : String(value)
  })
}

/** Whether a text has more of ICU MessageFormat than places: formats, plurals, braces that are none. */
export function needsFormatter(text: string): boolean {
  return /[{}]/.test(text.replace(PLACE, ''))
}

/** What the places of a text are called. */
export function placesOf(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name)
}

const PLACE = /\{\s*([\p{L}\p{N}_$][\p{L}\p{N}_$.-]*)\s*\}/gu
const BRAND: symbol = Symbol.for('statuswise.Message')

class TranslatableText implements Message {
  readonly id: string
  readonly text: string
  readonly values: MessageValues

  constructor(id: string, text: string, values: MessageValues) {
    this.id = id
    this.text = text
    this.values = values
    Object.freeze(this)
  }

  toString(): string {
    return this.text
  }

  toJSON(): string {
    return this.text
  }
}

// On the prototype: it is no member of what people print.
Object.defineProperty(TranslatableText.prototype, BRAND, { value: true })

function isMessageValue(value: unknown): value is MessageValue {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  return /^(?:string|number|bigint|boolean)$/.test(typeof value)
}
