import type { Exchange, FieldLine, InterimMessage } from './exchange.ts'

/**
 * An exchange as a transcript for people. Content that is no text of a sensible length is only measured.
 *
 * @param text the content as text, where it is worth showing
 */
export function transcriptOf({ request, interim = [], response }: Exchange, text?: string): string {
  const length = response.content?.length ?? response.contentLength
  return [
    ...(request === undefined
      ? []
      : messageLines('>', `${request.method} ${request.target} HTTP/${request.version}`, request.fields)),
    ...interim.flatMap((message) => messageLines('<', statusLineOf(message), message.fields)),
    ...messageLines('<', statusLineOf(response), response.fields),
    ...(text ? ['< ', ...text.split('\n').map((line) => `< ${line}`)] : length ? ['< ', `< (${length} bytes)`] : []),
  ].join('\n')
}

function messageLines(mark: string, start: string, fields: readonly FieldLine[]): string[] {
  return [start, ...fields.map(([name, value]) => `${name}: ${value}`)].map((line) => `${mark} ${line}`)
}

function statusLineOf({ version, status, reason }: InterimMessage): string {
  return `HTTP/${version} ${status}${reason ? ` ${reason}` : ''}`
}
