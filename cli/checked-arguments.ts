import { type ParseArgsConfig, parseArgs } from 'node:util'
import { oneLine } from './report/safe-text.ts'
import { didYouMean } from './suggest.ts'
import { UsageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Looks for options that there are not, and for values that are missing or too many, before Node does: its texts are for
 * those who write programs.
 *
 * @param command whose `--help` says more
 * @throws UsageError for the first of them
 */
export function checkArguments(args: readonly string[], options: Options, command: string): void {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })
  const refuse = (what: string): never => {
    throw new UsageError(`${what} See statuswise ${command} --help.`)
  }
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined
    if (type === undefined)
      refuse(`There is no option ${oneLine(rawName)}.${suggestion(rawName, Object.keys(options))}`)
    else if (type === 'boolean' && value !== undefined)
      refuse(`${rawName} takes no value, so ${oneLine(value)} is one too many.`)
    else if (type === 'string' && value === undefined) refuse(`${rawName} takes a value, and there is none.`)
    else if (!inlineValue && value !== undefined && /^-./.test(value))
      refuse(
        `${rawName} takes a value, which ${oneLine(value)} is not. If it is meant, write ${inline(rawName)}${oneLine(value)}.`,
      )
  }
}

function inline(rawName: string): string {
  return rawName.startsWith('--') ? `${rawName}=` : rawName
}

function suggestion(rawName: string, names: readonly string[]): string {
  return rawName.startsWith('--')
    ? didYouMean(
        rawName,
        names.map((name) => `--${name}`),
      )
    : ''
}
