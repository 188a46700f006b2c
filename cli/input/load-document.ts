import { UsageError } from '../usage-error.ts'

/**
 * A JSON or YAML document. YAML is only loaded where it is needed, so that everything else works without it.
 *
 * @throws UsageError where it is neither
 */
export async function loadDocument(text: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (/\.json$/i.test(file) || /^\s*[{[]/.test(text)) {
      throw new UsageError(`${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const { parse } = await loadYaml()
  try {
    // Aliases of aliases are no API description but an attack on memory.
    return parse(text, { maxAliasCount: 1000 }) as unknown
  } catch (error) {
    throw new UsageError(`${file} is not valid YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
}

type Yaml = { readonly parse: (text: string, options: { readonly maxAliasCount: number }) => unknown }

async function loadYaml(): Promise<Yaml> {
  try {
    return await import('yaml')
  } catch {
    throw new UsageError('To read YAML, the package yaml has to be installed: npm install yaml')
  }
}
