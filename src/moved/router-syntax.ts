/**
 * Refuses what only a router understands: here it would be taken as it is, and fit no path that anybody asks for. What a
 * path may hold itself (RFC 3986 §3.3) is none of it where it stands among other characters: `/wiki/Foo_(bar)`.
 *
 * @throws {TypeError} that says what patterns there are.
 */
export function refuseRouterSyntax(of: string, path: string, whole: string): void {
  const [found] = ROUTER_SYNTAX.exec(path) ?? []
  if (found === undefined) return
  throw new TypeError(
    `${of}: in ${JSON.stringify(whole)}, ${found} is a pattern of routers; here there are :name for one segment, and * at ` +
      'the end for all that follows (braces that are meant as such are %7B and %7D)',
  )
}

// Braces; what stands behind a name; /*name; alternatives; classes of characters.
const ROUTER_SYNTAX = /[{}]|(?<=\/):[A-Za-z_]\w*[?+*(]|(?<=\/)\*[A-Za-z_]\w*|\([^()/]*\|[^()/]*\)|\(\[/
