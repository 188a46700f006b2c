import { fault, quoted } from '../../fault.ts'
import { isUriReference } from '../../grammar/uris.ts'
import type { XmlElement } from '../../grammar/xml.ts'
import type { Rule } from '../../rule.ts'
import {
  isProblemElement,
  isXmlProblem,
  PROBLEM_NAMESPACE,
  PROBLEM_XML,
  problemRule,
  rootOf,
  STANDARD_MEMBERS,
  xmlOf,
} from '../../shared/problem-document.ts'

/** A problem as XML (RFC 9457 appendix B). */
export const xmlRules: readonly Rule[] = [
  {
    ...problemRule,
    id: '9457-B-xml-type',
    level: 'advice',
    section: 'B',
    statement: 'A problem in XML is labelled application/problem+xml, or as XML at least.',
    status: ['4xx', '5xx'],
    applies: ({ response }) => {
      const { contentType } = response
      if (contentType === undefined || /(?:^|\+)xml$/.test(contentType.subtype)) return false
      // Hardly anything begins like that but the one thing that this rule has to look at.
      return /<[?p]/.test(String.fromCharCode(...(response.message.content?.subarray(0, 2) ?? [])))
    },
    check: (exchange) =>
      rootOf(exchange) === undefined
        ? undefined
        : fault(
            `The problem in XML is not labelled ${PROBLEM_XML}, so clients do not know it.`,
            exchange.response.show('content-type'),
          ),
    remedy: 'throw createProblem(404) and mount problems(), which writes XML for clients that ask for it.',
  },
  {
    ...problemRule,
    id: '9457-B-xml-escaping',
    level: 'advice',
    section: 'B',
    statement: 'A problem in XML is well-formed: text is escaped, and what XML cannot hold is left out.',
    applies: isXmlProblem,
    check: (exchange) => {
      const { response } = exchange
      if (response.contentLength === 0)
        return fault(`There is no content, though its type is ${PROBLEM_XML}.`, response.show('content-type'))
      const result = xmlOf(exchange)
      if (result === undefined || !('wrong' in result)) return undefined
      const { wrong, at } = result
      return fault(
        `The problem document is not XML: at character ${at} it ${wrong}.`,
        response.text?.slice(Math.max(at - 60, 0), at + 60) ?? '',
      )
    },
    remedy: 'throw createProblem(404) and mount problems(), which escapes all texts.',
  },
  {
    ...problemRule,
    id: '9457-B-xml-root',
    level: 'advice',
    section: 'B',
    statement: 'The root of a problem in XML is problem in the namespace urn:ietf:rfc:7807.',
    applies: isXmlProblem,
    check: (exchange) => {
      const result = xmlOf(exchange)
      if (result === undefined || !('root' in result) || isProblemElement(result.root)) return undefined
      const { localName, namespace } = result.root
      return fault(
        `The root of the problem document is ${localName} in ${namespace === '' ? 'no namespace' : quoted(namespace)}, not problem in ${PROBLEM_NAMESPACE}.`,
        exchange.response.text ?? '',
      )
    },
    remedy: `Begin it with <problem xmlns="${PROBLEM_NAMESPACE}">, or mount problems().`,
  },
  {
    ...problemRule,
    id: '9457-B-xml-members',
    level: 'advice',
    section: 'B',
    statement:
      'In XML, type, title, detail, status and instance occur once at most and hold text: type and instance a URI, status a positive integer.',
    applies: isXmlProblem,
    check: (exchange) => {
      const root = rootOf(exchange)
      if (root === undefined) return undefined
      const seen = new Set<string>()
      for (const element of root.children) {
        const { localName, namespace } = element
        if (namespace !== PROBLEM_NAMESPACE || !STANDARD_MEMBERS.includes(localName)) continue
        const wrong = seen.has(localName) ? 'occurs twice' : wrongContent(element)
        if (wrong !== undefined)
          return fault(`The element ${localName} ${wrong}.`, `<${localName}>${element.text}</${localName}>`)
        seen.add(localName)
      }
      return undefined
    },
    remedy: 'throw createProblem(404) and mount problems(), which writes the elements.',
  },
  {
    ...problemRule,
    id: '9457-B-xml-namespace',
    level: 'MUST',
    section: 'B',
    statement: 'All elements of a problem in XML are in the one namespace urn:ietf:rfc:7807.',
    applies: isXmlProblem,
    check: (exchange) => {
      const foreign = findElement(exchange, ({ namespace }) => namespace !== PROBLEM_NAMESPACE)
      if (foreign === undefined) return undefined
      const { localName, namespace } = foreign
      return fault(
        `The element ${localName} is in ${namespace === '' ? 'no namespace' : quoted(namespace)}; all are to be in ${PROBLEM_NAMESPACE}.`,
        `<${localName}>`,
      )
    },
    remedy: 'Write extension elements without a prefix or a namespace of their own.',
  },
  {
    ...problemRule,
    id: '9457-B-xml-array',
    level: 'advice',
    section: 'B',
    statement:
      'A list in XML is an element with children that are all named i; an object has each child once, and no text.',
    applies: isXmlProblem,
    check: (exchange) => {
      const mixed = findElement(exchange, ({ children, text }) => children.length > 0 && text.trim() !== '')
      if (mixed !== undefined)
        return fault(
          `The element ${mixed.localName} has text beside elements, which no JSON value has.`,
          `<${mixed.localName}>`,
        )
      const list = findElement(exchange, (element) => repeatedChild(element) !== undefined)
      if (list === undefined) return undefined
      return fault(
        `The element ${list.localName} has several ${repeatedChild(list)}: the items of a list are elements named i.`,
        `<${list.localName}>`,
      )
    },
    remedy: 'Write <errors><i>…</i><i>…</i></errors>, or mount problems(), which does.',
  },
]

function wrongContent({ localName, text, children }: XmlElement): string | undefined {
  if (children.length > 0) return 'has elements in it'
  const value = text.trim()
  if (localName === 'status' && !/^\+?0*[1-9]\d{0,8}$/.test(value)) return `is ${quoted(value)}, not a positive integer`
  if ((localName === 'type' || localName === 'instance') && !isUriReference(value))
    return `is ${quoted(value)}, not a URI`
  return undefined
}

/** The name of a child that occurs more than once, unless it is i; those of the root that RFC 9457 names aside. */
function repeatedChild(element: XmlElement): string | undefined {
  const isRoot = isProblemElement(element)
  const seen = new Set<string>()
  for (const { localName } of element.children) {
    if (localName === 'i' || (isRoot && STANDARD_MEMBERS.includes(localName))) continue
    if (seen.has(localName)) return localName
    seen.add(localName)
  }
  return undefined
}

/** The first element of a problem that a condition holds for. */
function findElement(
  exchange: Parameters<typeof rootOf>[0],
  condition: (element: XmlElement) => boolean,
): XmlElement | undefined {
  const root = rootOf(exchange)
  const waiting = root === undefined ? [] : [root]
  for (const element of waiting) {
    if (condition(element)) return element
    for (const child of element.children) waiting.push(child)
  }
  return undefined
}
