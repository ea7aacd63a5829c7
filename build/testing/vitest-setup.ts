// Lets npm run soak roll the dice more often, and lets anyone roll the same dice again.
const { PROPERTY_RUNS, BOBBIN_SEED } = process.env

if (PROPERTY_RUNS || BOBBIN_SEED) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({
    ...(PROPERTY_RUNS ? { numRuns: Number(PROPERTY_RUNS) } : {}),
    ...(BOBBIN_SEED ? { seed: Number(BOBBIN_SEED) } : {}),
  })
}
export {}
