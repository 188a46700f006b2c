import { auditCommand } from './audit/audit-command.ts'
import { paintFor } from './colours.ts'
import { explainCommand } from './explain/explain-command.ts'
import { AUDIT_HELP, EXPLAIN_HELP, HELP } from './help.ts'
import { oneLine, safeText } from './report/safe-text.ts'
import type { Streams } from './streams.ts'
import { didYouMean } from './suggest.ts'
import { UsageError } from './usage-error.ts'
import { versionOf } from './version.ts'

/**
 * The command line. It gives the exit code and never throws.
 *
 * @param argv the arguments, without Node and the file
 * @param streams where to write to
 */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  try {
    return await run(argv, streams)
  } catch (error) {
    if (streams.signal?.aborted && error instanceof UsageError) {
      streams.stderr.write(`statuswise: Interrupted before anything was known. ${safeText(error.message)}\n`)
      return 130
    }
    const message = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error)
    streams.stderr.write(
      `${paintFor(streams.stderr, streams.env)('red', 'statuswise:')} ${safeText(String(message))}\n`,
    )
    return 2
  }
}

async function run([command, ...args]: readonly string[], streams: Streams): Promise<number> {
  const wantsHelp = args.includes('--help') || args.includes('-h')
  const print = (text: string): number => {
    streams.stdout.write(text)
    return 0
  }
  switch (command) {
    case 'audit':
      return wantsHelp ? print(AUDIT_HELP) : auditCommand(args, streams)
    case 'explain':
      return wantsHelp ? print(EXPLAIN_HELP) : explainCommand(args, streams)
    case '--version':
    case '-v':
      return print(`${versionOf()}\n`)
    case '--help':
    case '-h':
      return print(HELP)
    case 'help':
      return print(args[0] === 'audit' ? AUDIT_HELP : args[0] === 'explain' ? EXPLAIN_HELP : HELP)
    case undefined:
      throw new UsageError(`What is to be done?\n\n${HELP}`)
    default:
      throw new UsageError(
        `There is no command ${oneLine(command)}.${didYouMean(command, ['audit', 'explain'])}\n\n${HELP}`,
      )
  }
}
