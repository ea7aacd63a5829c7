// The same dice every time, so that a check that failed fails again; npm run soak rolls new ones, and more often.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

const { PROPERTY_RUNS, BOBBIN_SEED } = process.env
const EVERY_DAY_SEED = 1847

// Loading fast-check takes longer than most test files: only those that roll dice do.
const { testPath } = expect.getState()
if (testPath !== undefined && readFileSync(testPath, 'utf8').includes("from 'fast-check'")) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({
    ...(PROPERTY_RUNS ? { numRuns: Number(PROPERTY_RUNS) } : {}),
    seed: BOBBIN_SEED ? Number(BOBBIN_SEED) : PROPERTY_RUNS ? Date.now() % 2 ** 31 : EVERY_DAY_SEED,
  })
}
