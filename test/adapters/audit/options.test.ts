import { describe, expect, it } from 'vitest'
import { audit as onExpress } from '../../../adapters/express/index.ts'
import { audit as onKoa } from '../../../adapters/koa/index.ts'

describe.each([
  ['Express', onExpress],
  ['Koa', onKoa],
])('audit() on %s', (_name, audit: (options?: never) => unknown) => {
  it.each([
    [{ onViolation: 'log' }, 'onViolation'],
    [{ page: 7 }, 'page'],
    [{ page: '' }, 'page'],
    [{ page: 'no-slash' }, 'page'],
    [{ page: '/a?b' }, 'page'],
    [{ level: 'high' }, 'level'],
    [{ ignore: 'one' }, 'ignore'],
    [{ ignore: [1] }, 'ignore'],
    [{ maxRoutes: 0 }, 'maxRoutes'],
    [{ maxRoutes: 1.5 }, 'maxRoutes'],
    [{ maxRoutes: '5' }, 'maxRoutes'],
    [{ onviolation: () => {} }, 'onviolation'],
  ])('refuses %o, and names it', (options, name) => {
    expect(() => audit(options as never)).toThrow(TypeError)
    expect(() => audit(options as never)).toThrow(`"${name}"`)
  })

  it.each([null, 'page', 7])('refuses %s for options', (options) => {
    expect(() => audit(options as never)).toThrow(TypeError)
  })

  it('says how it is mounted, where it was not called', () => {
    expect(() => audit({ httpVersion: '1.1', req: {} } as never)).toThrow('app.use(audit())')
  })

  it.each([undefined, {}, { page: true }, { page: false }, { page: '/seen' }, { level: 'advice', ignore: [] }])(
    'takes %o',
    (options) => expect(audit(options as never)).toBeTypeOf('function'),
  )
})
