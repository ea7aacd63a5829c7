import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,sync-server,build,renderer/src}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'out/**'],
    setupFiles: ['build/testing/vitest-setup.ts'],
    // The colours are read by a test.
    css: { include: [/tokens\.css/] },
    pool: 'forks',
    // Two cores are what the smallest supported computer has; more workers only make the slow tests slower.
    maxWorkers: 2,
    testTimeout: 30_000,
    // Before some tests a real Postgres starts, on a busy machine beside others.
    hookTimeout: 90_000,
  },
})
