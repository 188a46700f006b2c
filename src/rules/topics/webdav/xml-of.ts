import type { ResponseView } from '../../exchange-view.ts'
import { parseXml, type XmlElement, type XmlResult } from '../../grammar/xml.ts'

const DAV = 'DAV:'

const parsed = new WeakMap<ResponseView, XmlResult>()

/** The content as XML, where it says that it is and was seen whole. */
export function xmlOf(response: ResponseView): XmlResult | undefined {
  const { text } = response
  if (!response.isOfType('application/xml', 'text/xml') || text === undefined || response.message.complete === false)
    return undefined
  let result = parsed.get(response)
  if (result === undefined) {
    result = parseXml(text)
    parsed.set(response, result)
  }
  return result
}

export function rootOf(response: ResponseView): XmlElement | undefined {
  const result = xmlOf(response)
  return result !== undefined && 'root' in result ? result.root : undefined
}

export function isDav(element: XmlElement, localName: string): boolean {
  return element.namespace === DAV && element.localName === localName
}

export function isOfDav(element: XmlElement): boolean {
  return element.namespace === DAV
}

export function childrenOf(element: XmlElement, localName: string): readonly XmlElement[] {
  return element.children.filter((child) => isDav(child, localName))
}

/** The DAV:response elements of a 207; none where it is no multistatus. */
export function responsesOf(response: ResponseView): readonly XmlElement[] {
  const root = rootOf(response)
  return root !== undefined && isDav(root, 'multistatus') ? childrenOf(root, 'response') : []
}

/** The code of each DAV:status of an element itself. */
export function statusesOf(element: XmlElement): readonly number[] {
  return childrenOf(element, 'status').map(({ text }) => Number(/^\s*HTTP\/\d\.\d (\d{3})/.exec(text)?.[1]))
}

/** What a DAV:response is about, for evidence. */
export function hrefOf(element: XmlElement): string {
  return childrenOf(element, 'href')[0]?.text.trim() ?? '(no href)'
}
