import { probeAbsolute, probeNoHost } from './connection.ts'
import { probeHostile } from './hostile.ts'
import type { Known, Subject } from './subject.ts'

/**
 * What is asked of the server and not of a resource, once: of the first target that answers GET with success, else of the
 * first one that answers at all.
 */
export class ServerProbes {
  #first: readonly [Subject, Known] | undefined
  #isDone = false
  #redirect: Subject | undefined

  /** Takes a target that has been probed. */
  async take(subject: Subject, known: Known): Promise<void> {
    if (known.get === undefined && known.options === undefined) return
    this.#first ??= [subject, known]
    const status = known.get?.response.status ?? 0
    if (this.#isDone || status >= 400) return
    if (status >= 200 && status < 300) return this.#probe(subject, known)
    // Only a redirect shows which host it takes for its own.
    if (status >= 300 && this.#redirect === undefined) {
      this.#redirect = subject
      await probeAbsolute(subject, known)
    }
  }

  /** After the last target. */
  async finish(): Promise<void> {
    if (!this.#isDone && this.#first !== undefined) await this.#probe(...this.#first)
  }

  async #probe(subject: Subject, known: Known): Promise<void> {
    this.#isDone = true
    await probeNoHost(subject)
    if (subject !== this.#redirect) await probeAbsolute(subject, known)
    await probeHostile(subject)
  }
}
