import { format } from 'node:util'

/** What the process does while a server runs: what nobody caught, and what went to the console instead of to it. */
export interface Observation {
  /** Uncaught exceptions and unhandled rejections. */
  readonly errors: readonly unknown[]
  /** What went to `console.error`, a string for each call. */
  readonly logged: readonly string[]
  /** What went to `console.warn`. */
  readonly warned: readonly string[]
  stop(): void
}

interface Notes {
  readonly errors: unknown[]
  readonly logged: string[]
  readonly warned: string[]
}

/**
 * Takes over the console and the process's last resorts until the last observation stops. Where several servers run
 * at once, each gets everything: nobody can tell whose it is.
 */
export function observe(): Observation {
  const notes: Notes = { errors: [], logged: [], warned: [] }
  if (running.size === 0) restore = takeOver()
  running.add(notes)
  const stop = (): void => {
    if (running.delete(notes) && running.size === 0) restore()
  }
  return { ...notes, stop }
}

const running = new Set<Notes>()
let restore: () => void = () => {}

function takeOver(): () => void {
  const { error, warn } = console
  console.error = (...values: unknown[]) => tell('logged', format(...values))
  console.warn = (...values: unknown[]) => tell('warned', format(...values))
  // The test runner listens too, and would fail the run for what a test expects.
  const giveBack = [replaceListeners('uncaughtException'), replaceListeners('unhandledRejection')]
  return () => {
    Object.assign(console, { error, warn })
    for (const back of giveBack) back()
  }
}

function replaceListeners(event: 'uncaughtException' | 'unhandledRejection'): () => void {
  const listeners = process.rawListeners(event) as ((...values: unknown[]) => void)[]
  const note = (error: unknown): void => tell('errors', error)
  process.removeAllListeners(event).on(event, note)
  return () => {
    process.off(event, note)
    for (const listener of listeners) process.on(event, listener)
  }
}

function tell<Kind extends keyof Notes>(kind: Kind, what: Notes[Kind][number]): void {
  for (const notes of running) (notes[kind] as unknown[]).push(what)
}
