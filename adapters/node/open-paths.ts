/** Whether the target of a request has one of the paths that stay open, compared as a whole and without the query. */
export function isOpen(target: string, paths: readonly string[]): boolean {
  return paths.includes(pathOf(target))
}

// Of a path with or without a query, or of all of a URL (RFC 9112 §3.2.1, §3.2.2).
function pathOf(target: string): string {
  const [, path] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/i.exec(target) ?? []
  return path || '/'
}

/**
 * @param name the option, as its user knows it.
 * @throws {TypeError} for what is neither a function nor a list of paths, and for patterns, which no path would be.
 */
export function checkOpenPaths(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return
  if (!Array.isArray(value) || !value.every(isPath)) {
    throw new TypeError(`${name} takes an array of paths, such as /healthz, or a function`)
  }
  const pattern = value.find((path) => PATTERN.test(path))
  if (pattern !== undefined) {
    throw new TypeError(
      `${name} compares paths as a whole, so that "${pattern}" would fit none: a function can do more`,
    )
  }
  const unsent = value.find((path) => /[^!-~]/.test(path))
  if (unsent === undefined) return
  throw new TypeError(`${name} compares paths as clients send them: write "${encodeURI(unsent.toWellFormed())}"`)
}

// Those of routers, and what is no part of a path.
const PATTERN = /[*?#{}]|\/:/

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/')
}
