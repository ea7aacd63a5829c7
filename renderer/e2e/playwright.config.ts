import { defineConfig } from '@playwright/test'
import { browserOptions } from './browser.ts'

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../../test-results/e2e',
  // Two cores are what there is; a story waits more than it works.
  workers: 2,
  fullyParallel: true,
  // A story that holds only the second time is named at the end of the run; it does not stop it.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    launchOptions: browserOptions(),
    trace: 'off',
    // A button that is not there is told soon, and by its name.
    actionTimeout: 15_000,
  },
})
