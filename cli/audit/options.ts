import { parseArgs } from 'node:util'
import type { FieldLine } from '../../src/rules/index.ts'
import { checkArguments } from '../checked-arguments.ts'
import { UsageError } from '../usage-error.ts'

export type Format = 'text' | 'json' | 'sarif' | 'junit'

export interface AuditOptions {
  readonly url: string
  readonly openapi: string | undefined
  readonly routes: string | undefined
  readonly headers: readonly FieldLine[]
  /** What goes to the standard output. */
  readonly format: Format
  /** Where the HTML report goes. */
  readonly html: string | undefined
  readonly unsafe: boolean
  readonly mayLeave: boolean
  readonly rate: number
  readonly maxRequests: number
  /** Milliseconds, for one response. */
  readonly timeout: number
  /** Milliseconds, for all. */
  readonly maxTime: number
  readonly crawler: boolean
  readonly rules: readonly string[]
  readonly ignored: readonly string[]
}

/** @throws UsageError where the arguments are wrong */
export function parseAuditOptions(args: readonly string[]): AuditOptions {
  const { values, positionals } = parse(args)
  const [url, ...others] = positionals
  if (url === undefined) throw new UsageError('Which server? Write: statuswise audit http://localhost:3000')
  if (others.length > 0)
    throw new UsageError(`One URL at a time; what is ${others[0]}? More paths: --routes or --openapi.`)
  const formats = (['json', 'sarif', 'junit'] as const).filter((format) => values[format])
  if (formats.length > 1) throw new UsageError(`--${formats.join(' and --')} are one too many: choose one.`)
  if (values.openapi !== undefined && values.routes !== undefined)
    throw new UsageError('--openapi and --routes are one too many: choose one.')
  const mayLeave = values['yes-i-may'] === true
  return {
    url: withScheme(url),
    openapi: values.openapi,
    routes: values.routes,
    headers: (values.header ?? []).map(parseHeader),
    format: formats[0] ?? 'text',
    html: values.html,
    unsafe: values.unsafe === true,
    mayLeave,
    rate: numberOf('--rate', values.rate ?? (mayLeave ? '10' : '50'), 0.01, 10_000, /^(\d+(?:\.\d+)?)(?:\/s)?$/),
    maxRequests: numberOf('--max-requests', values['max-requests'] ?? '2000', 1, 1_000_000, /^(\d+)$/),
    timeout: 1000 * numberOf('--timeout', values.timeout ?? '5', 0.05, 600, /^(\d+(?:\.\d+)?)s?$/),
    maxTime: 1000 * numberOf('--max-time', values['max-time'] ?? '300', 1, 86_400, /^(\d+(?:\.\d+)?)s?$/),
    crawler: values.crawler === true,
    rules: values.rule ?? [],
    ignored: values.ignore ?? [],
  }
}

const OPTIONS = {
  openapi: { type: 'string' },
  routes: { type: 'string' },
  header: { type: 'string', multiple: true, short: 'H' },
  json: { type: 'boolean' },
  sarif: { type: 'boolean' },
  junit: { type: 'boolean' },
  html: { type: 'string' },
  unsafe: { type: 'boolean' },
  'yes-i-may': { type: 'boolean' },
  rate: { type: 'string' },
  'max-requests': { type: 'string' },
  timeout: { type: 'string' },
  'max-time': { type: 'string' },
  crawler: { type: 'boolean' },
  rule: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
} as const

function parse(args: readonly string[]): ReturnType<typeof parseWith> {
  checkArguments(args, OPTIONS, 'audit')
  try {
    return parseWith(args)
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See statuswise audit --help.`)
  }
}

function parseWith(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
}

/** `localhost:3000` is not a URL with the scheme `localhost:`. */
function withScheme(url: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|https?:|[./?#])/i.test(url) ? url : `http://${url}`
}

function parseHeader(text: string): FieldLine {
  const [, name, value = ''] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/.exec(text) ?? []
  if (name === undefined) throw new UsageError(`Not a header: ${text}. Write it as --header 'Name: value'.`)
  if (/^(?:content-length|transfer-encoding)$/i.test(name)) throw new UsageError(`${name} is not for you to set.`)
  return [name, value.trimEnd()]
}

function numberOf(option: string, text: string, min: number, max: number, pattern: RegExp): number {
  const number = Number(pattern.exec(text)?.[1] ?? Number.NaN)
  if (number >= min && number <= max) return number
  throw new UsageError(`${option} takes a number from ${min} to ${max}, not ${text}.`)
}
