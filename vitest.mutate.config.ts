import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import base from './vitest.config.ts'

// For scripts/mutate.js, which names the folders of tests.
const folders = (process.env.MUTATION_TESTS ?? '').split(',')
const config: ViteUserConfig = mergeConfig(base, {})
config.test = {
  ...config.test,
  include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
  // These look at time and size, not at what is right.
  exclude: ['test/**/hostile.test.ts'],
  // The modules of one test file serve the next: else most of the time goes into loading them.
  isolate: false,
  fileParallelism: false,
}

export default config
