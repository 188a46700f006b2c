import { UsageError } from '../usage-error.ts'
import { exampleOf, isRecord, type Resolve, resolver } from './openapi-values.ts'
import type { Route } from './route.ts'
import { isTarget } from './routes-file.ts'

const METHODS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete', 'trace', 'query'] as const

/**
 * The routes of an OpenAPI description (2.0, 3.0, 3.1): each path with the examples or defaults of its parameters filled
 * in. A parameter without any gets the plainest value of its type.
 *
 * @param basePath the path of the URL under audit; where it is `/`, that of the description's first server counts
 * @throws UsageError where it is none, or has no paths
 */
export function routesOf(document: unknown, file: string, basePath: string): Route[] {
  if (!isRecord(document) || (typeof document.openapi !== 'string' && document.swagger !== '2.0'))
    throw new UsageError(`${file} is not an OpenAPI description: it has neither openapi nor swagger: "2.0".`)
  const { paths } = document
  if (!isRecord(paths)) throw new UsageError(`${file} has no paths.`)
  const resolve = resolver(document)
  const prefix = (basePath === '/' ? serverPath(document) : basePath).replace(/\/+$/, '')
  const routes: Route[] = []
  for (const [template, given] of Object.entries(paths)) {
    const item = resolve(given)
    if (!isRecord(item) || !template.startsWith('/')) continue
    const target = `${prefix}${fill(template, item, resolve)}`
    if (!isTarget(target)) throw new UsageError(`${file}: not a path: ${template}`)
    routes.push({ target, contents: contentsOf(item, resolve), documented: documentedOf(item, resolve) })
  }
  if (routes.length === 0) throw new UsageError(`${file} has no paths.`)
  return routes
}

function serverPath(document: Record<string, unknown>): string {
  if (typeof document.basePath === 'string') return document.basePath
  const [server] = Array.isArray(document.servers) ? (document.servers as unknown[]) : []
  const url = isRecord(server) ? server.url : undefined
  if (typeof url !== 'string' || url.includes('{') || !URL.canParse(url, 'http://localhost')) return ''
  return new URL(url, 'http://localhost').pathname
}

/** A path template with values for its parameters, and the query parameters that GET requires. */
function fill(template: string, item: Record<string, unknown>, resolve: Resolve): string {
  const parameters = parametersOf(item, resolve)
  const path = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    return encodeURIComponent(exampleOf(parameter ?? {}, resolve))
  })
  const query = parameters
    .filter((one) => one.in === 'query' && one.required === true && typeof one.name === 'string')
    .map((one) => `${encodeURIComponent(String(one.name))}=${encodeURIComponent(exampleOf(one, resolve))}`)
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

function parametersOf(item: Record<string, unknown>, resolve: Resolve): Record<string, unknown>[] {
  const operation = METHODS.map((method) => resolve(item[method])).find(isRecord)
  return [operation?.parameters, item.parameters]
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
    .map(resolve)
    .filter(isRecord)
}

function documentedOf(item: Record<string, unknown>, resolve: Resolve): readonly string[] | undefined {
  const get = resolve(item.get)
  const responses = isRecord(get) ? resolve(get.responses) : undefined
  return isRecord(responses) ? Object.keys(responses) : undefined
}

function contentsOf(item: Record<string, unknown>, resolve: Resolve): Route['contents'] {
  const contents: Record<string, { type: string; text: string }> = {}
  for (const method of METHODS) {
    const operation = resolve(item[method])
    const body = isRecord(operation) ? resolve(operation.requestBody) : undefined
    const media = isRecord(body) ? resolve(body.content) : undefined
    const [type, described] = isRecord(media) ? (Object.entries(media)[0] ?? []) : []
    if (type === undefined || /[^!-~ ]/.test(type)) continue
    const example = exampleOf(resolve(described), resolve, '{}')
    contents[method.toUpperCase()] = { type, text: example }
  }
  return contents
}
