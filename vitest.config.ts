import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^fast-check$/, replacement: new URL('./test/support/fast-check.ts', import.meta.url).pathname },
      { find: /^statuswise$/, replacement: new URL('./src/index.ts', import.meta.url).pathname },
      { find: /^statuswise\/status$/, replacement: new URL('./src/reference/index.ts', import.meta.url).pathname },
      { find: /^statuswise\/testing$/, replacement: new URL('./testing/index.ts', import.meta.url).pathname },
      {
        find: /^statuswise\/testing\/(vitest|jest)$/,
        replacement: new URL('./testing/$1.ts', import.meta.url).pathname,
      },
      { find: /^statuswise\/languages$/, replacement: new URL('./src/languages/index.ts', import.meta.url).pathname },
      {
        find: /^statuswise\/languages\/([\w-]+)$/,
        replacement: new URL('./src/languages/$1.ts', import.meta.url).pathname,
      },
      { find: /^statuswise\/node$/, replacement: new URL('./adapters/server/index.ts', import.meta.url).pathname },
      { find: /^statuswise\/(iis|sip)$/, replacement: new URL('./src/$1/index.ts', import.meta.url).pathname },
      { find: /^statuswise\/(express|koa)$/, replacement: new URL('./adapters/$1/index.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Most of them wait for sockets: more workers than a small machine has cores.
    maxWorkers: Math.max(4, availableParallelism()),
    coverage: {
      provider: 'v8',
      include: ['src/**', 'adapters/**', 'testing/**', 'cli/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: {
        'src/respond/**': { branches: 100 },
        'src/recognize/**': { branches: 100 },
        'src/conform/**': { branches: 100 },
      },
    },
  },
})

export default config
