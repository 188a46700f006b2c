import { METHODS } from 'node:http'
import type * as Rulebook from '../../../src/audit/index.ts'
import type { Exchange } from '../../../src/rules/index.ts'
import { notify } from '../report.ts'
import type { AuditEvent, CheckedOptions } from './options.ts'
import { printEvent, warn } from './print.ts'

/** Where nobody knows which route answered; paths are the client's, and without end. */
const NO_ROUTE = '(no route)'

/** Judges exchanges when they are over, and tells what is new. Nothing that goes wrong here is seen by the application. */
export class Auditor<Request> {
  readonly #options: CheckedOptions<Request>
  readonly #book: Promise<Book>
  readonly #failures = new Set<string>()

  constructor(options: CheckedOptions<Request>) {
    this.#options = options
    this.#book = open(options)
    this.#book.catch((error: unknown) => this.#tellFailure('The rulebook cannot be loaded', error))
  }

  /** Takes an exchange that is over. Neither throws nor rejects. */
  async look(exchange: Exchange, request: Request, routeOf: () => string | undefined): Promise<void> {
    try {
      // Never in the way of the response, nor of what comes with it.
      await new Promise((resolve) => setImmediate(resolve))
      const book = await this.#book
      const route = `${methodName(exchange)} ${routeOf() ?? NO_ROUTE}`
      const violations = book.rulebook.audit(exchange, book.isWanted, (rule, error) =>
        this.#tellFailure(`The rule ${rule.id} failed`, error),
      )
      for (const entry of book.ledger.note(route, exchange, violations)) this.#tell(book, route, entry, request)
    } catch (error) {
      this.#tellFailure('An exchange could not be judged', error)
    }
  }

  /** The page that shows what was seen so far. */
  async page(): Promise<string> {
    const { rulebook, ledger } = await this.#book
    return rulebook.ledgerPage(ledger.routes())
  }

  #tell({ rulebook }: Book, route: string, entry: Rulebook.LedgerEntry, request: Request): void {
    const { onViolation } = this.#options
    if (onViolation === undefined) printEvent(route, entry, rulebook.describeViolation)
    else notify('onViolation', onViolation, eventOf(rulebook, route, entry, request))
  }

  #tellFailure(what: string, error: unknown): void {
    if (this.#failures.has(what)) return
    this.#failures.add(what)
    warn(what, error)
  }
}

interface Book {
  readonly rulebook: typeof Rulebook
  readonly ledger: Rulebook.Ledger
  readonly isWanted: ReturnType<typeof Rulebook.select>
}

/** The rulebook is large: applications without audit() do not load it. */
async function open<Request>({ level, ignore, maxRoutes }: CheckedOptions<Request>): Promise<Book> {
  const rulebook = await import('../../../src/audit/index.ts')
  const unknown = rulebook.unknownRules(ignore)
  if (unknown.length > 0)
    warn(
      `There is no rule ${unknown.join(', ')}, which the option "ignore" names; npx statuswise explain 404 lists those of a status`,
    )
  const isWanted = rulebook.select({ level, ignore: ignore.filter((id) => !unknown.includes(id)) })
  return { rulebook, ledger: new rulebook.Ledger(maxRoutes), isWanted }
}

/** On HTTP/2, clients may make up methods without end. */
function methodName({ request }: Exchange): string {
  const method = request?.method ?? ''
  return METHODS.includes(method) ? method : '(other method)'
}

function eventOf<Request>(
  { citationOf, linkOf }: typeof Rulebook,
  route: string,
  { violation: { rule, what, evidence }, transcript }: Rulebook.LedgerEntry,
  request: Request,
): AuditEvent<Request> {
  const { id, level, topic, statement, remedy } = rule
  const texts = { what, evidence, remedy, route, transcript }
  return { id, level, reference: citationOf(rule), link: linkOf(rule), topic, statement, ...texts, request }
}
