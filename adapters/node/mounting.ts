import { isObject } from '../../src/recognize/index.ts'

/**
 * Refuses a request where options or rules should be: then the function was mounted itself, and not what it makes.
 *
 * @param argument the first that the function was given.
 * @param example what it is to be given.
 * @throws {TypeError}
 */
export function checkCalled(name: string, argument: unknown, example = ''): void {
  if (!isObject(argument) || !('httpVersion' in argument || 'req' in argument)) return
  throw new TypeError(`${name} is to be called: app.use(${name}(${example}))`)
}

/** What to throw from middleware that another framework calls: each adapter knows it by the arguments. */
export function wrongFramework(name: string, mountedIn: 'Express' | 'Koa'): TypeError {
  const [own, right] = mountedIn === 'Koa' ? ['express', 'koa'] : ['koa', 'express']
  return new TypeError(`${name}() of statuswise/${own} was mounted in ${mountedIn}: import it from statuswise/${right}`)
}
