import { brief, fault, quoted } from '../../fault.ts'
import { memberNames } from '../../grammar/json.ts'
import type { Rule } from '../../rule.ts'
import { isJsonProblem, PROBLEM_JSON, problemRule, STANDARD_MEMBERS } from '../../shared/problem-document.ts'

/** A problem as a JSON object (RFC 9457 §3). */
export const jsonRules: readonly Rule[] = [
  {
    ...problemRule,
    id: '9457-3-json-type',
    level: 'advice',
    section: '3',
    statement: 'What is labelled application/problem+json is a JSON object, in UTF-8 and without a byte order mark.',
    applies: isJsonProblem,
    check: ({ response }) => {
      const { text } = response
      const type = response.show('content-type')
      if (response.contentLength === 0) return fault(`There is no content, though its type is ${PROBLEM_JSON}.`, type)
      if (text === undefined) return fault('The problem document is not in UTF-8.', type)
      const start = `${type}\n\n${brief(text, 120)}`
      if (text.startsWith('\ufeff')) return fault('The problem document begins with a byte order mark.', start)
      if (response.json === undefined) return fault('The problem document is not JSON.', start)
      const { value } = response.json
      return typeof value === 'object' && value !== null
        ? undefined
        : fault(`The problem document is ${value === null ? 'null' : `a ${typeof value}`}, not an object.`, start)
    },
    remedy: 'throw createProblem(404) and mount problems(), which writes the document.',
  },
  {
    ...problemRule,
    id: '9457-3-multiple-types',
    level: 'SHOULD',
    section: '3',
    statement: 'A response has one problem, the most relevant one; several faults of one type stand in an extension.',
    applies: isJsonProblem,
    check: ({ response }) =>
      Array.isArray(response.json?.value)
        ? fault(
            'The problem document is a list; it is to be the most relevant problem alone.',
            brief(response.text ?? '', 120),
          )
        : undefined,
    remedy: "throw new UnprocessableContent({ errors: [{ pointer: '#/age', detail: '…' }, …] }).",
  },
  {
    id: '7807-6.1-no-charset-param',
    level: 'advice',
    rfc: '7807',
    section: '6.1',
    topic: 'problem-details',
    statement: 'The type application/problem+json has no charset parameter: JSON is UTF-8.',
    fields: ['content-type'],
    applies: ({ response }) => response.isOfType(PROBLEM_JSON),
    check: ({ response }) =>
      response.contentType?.parameters.some(({ name }) => name === 'charset')
        ? fault(
            'The type application/problem+json has a charset, which it does not define and nobody reads.',
            response.show('content-type'),
          )
        : undefined,
    remedy:
      "res.setHeader('Content-Type', 'application/problem+json'): res.type() and res.json() of Express add a charset.",
  },
  {
    ...problemRule,
    id: '9457-3.2-no-clash',
    level: 'advice',
    section: '3.2',
    statement: 'No extension member has the name of a standard one.',
    applies: isJsonProblem,
    check: ({ response }) => {
      const { json, text = '' } = response
      const names = json && memberNames(text)
      const twice = names?.find((name, at) => STANDARD_MEMBERS.includes(name) && names.indexOf(name) < at)
      if (twice === undefined) return undefined
      return fault(`The member ${quoted(twice)} occurs twice, and which one holds depends on the reader.`, text)
    },
    remedy: 'Give extensions names of their own: createProblem(409, { extensions: { orderStatus: … } }).',
  },
]
