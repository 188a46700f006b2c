/**
 * Takes the adapter's own option out of those that are the core's.
 *
 * @throws {TypeError} for options of the wrong form.
 */
export function takeOnProblem<Options extends { readonly onProblem?: unknown }>(
  options: Options,
): [Options['onProblem'], Omit<Options, 'onProblem'>] {
  if (typeof options !== 'object' || options === null) throw new TypeError('the options are an object')
  if ('httpVersion' in options || 'req' in options) throw new TypeError('problems is to be called: app.use(problems())')
  const { onProblem, ...others } = options
  if (onProblem !== undefined && typeof onProblem !== 'function') {
    throw new TypeError('the option "onProblem" takes a function')
  }
  return [onProblem, others]
}
