import { UsageError } from '../usage-error.ts'
import { type Route, routeOf } from './route.ts'

/**
 * The routes of a file: a path per line, with or without a method before it (`GET /orders/7`). `#` begins a comment. Which
 * methods are sent is not decided by the file.
 *
 * @throws UsageError where a line is none
 */
export function parseRoutes(text: string, file: string): Route[] {
  const targets = new Set<string>()
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const words = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    if (words[0] === '') continue
    const target = words.at(-1) ?? ''
    const isRoute = words.length <= 2 && (words.length === 1 || /^[A-Za-z-]+$/.test(words[0] ?? ''))
    if (!isRoute || !isTarget(target))
      throw new UsageError(`${file}, line ${index + 1}: not a route: ${line.trim()}. Write it as GET /orders/7.`)
    if (isPattern(target))
      throw new UsageError(
        `${file}, line ${index + 1}: ${target} is a pattern. Write a real path, as a client asks for it: /orders/7.`,
      )
    targets.add(target)
  }
  if (targets.size === 0) throw new UsageError(`${file} has no routes.`)
  return [...targets].map(routeOf)
}

/** Whether a path has parameters as routers and descriptions write them: `/orders/:id`, `/orders/{id}`. */
function isPattern(target: string): boolean {
  const [path = ''] = target.split('?')
  return /\/:[A-Za-z_]/.test(path) || /\{[^{}]*\}/.test(path)
}

/** Whether text can be the target of a request as it is (RFC 9112 §3.2.1). */
export function isTarget(text: string): boolean {
  return /^\/[!-~]*$/.test(text) && !text.includes('#')
}
