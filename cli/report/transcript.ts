import { type Exchange, ExchangeView, type FieldLine, transcriptOf } from '../../src/rules/index.ts'
import { shorten } from './safe-text.ts'

const MAX_CONTENT = 1000
const MAX_TARGET = 120
const MAX_VALUE = 240
const MAX_TRANSCRIPT = 16_000

/** An exchange for people: long values and long content are shortened, content that is no text is only measured. */
export function showExchange(exchange: Exchange): string {
  const { request, response } = exchange
  const shown: Exchange = {
    ...exchange,
    request: request && {
      ...request,
      target: shortTarget(request.target),
      fields: request.fields.map(shortenField),
    },
    interim: exchange.interim?.map((message) => ({ ...message, fields: message.fields.map(shortenField) })),
    response: { ...response, fields: response.fields.map(shortenField) },
  }
  const { text } = new ExchangeView(exchange).response
  const isText = text !== undefined && text !== '' && !text.includes('\u0000')
  const lines = [transcriptOf(shown, isText ? shorten(text, MAX_CONTENT) : undefined)]
  if (response.complete === false) lines.push('* the response was cut short')
  if (response.surplus) lines.push(`* ${response.surplus} bytes came after the end of the response`)
  if (response.closed === true) lines.push('* the server closed the connection')
  return shorten(lines.join('\n'), MAX_TRANSCRIPT)
}

/** A target as reports show it. */
export function shortTarget(target: string): string {
  return shorten(target, MAX_TARGET)
}

// The replacements are functions: in a text, `$&` has a meaning, and servers write it.

/** Shortens in a text about an exchange what `showExchange` shortens, so that the lines of both are the same. */
export function abridge(text: string, { request, response }: Exchange): string {
  let short = text
  const target = request?.target ?? ''
  if (target.length > MAX_TARGET) short = short.replaceAll(target, () => shortTarget(target))
  for (const [, value] of [...(request?.fields ?? []), ...response.fields])
    if (value.length > MAX_VALUE) short = short.replaceAll(value, () => shorten(value, MAX_VALUE))
  return short
}

function shortenField([name, value]: FieldLine): FieldLine {
  return [shorten(name, MAX_VALUE), shorten(value, MAX_VALUE)]
}
