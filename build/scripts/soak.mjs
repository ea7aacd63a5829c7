// npm run soak: the long versions of the tests that roll dice. Seeds are printed; set BOBBIN_SEED to run one again.
// npm run soak -- --without RULE: one rule of sync is taken out, and a history that goes wrong without it is shown ("all": each in turn).
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root, runNode } from './project.mjs'
import { runSteps, unit } from './steps.mjs'

await ensureInstalled()
const without = process.argv.indexOf('--without')
if (without !== -1) {
  const { code } = await runNode([join(root, 'build/soak/without.ts'), process.argv[without + 1] ?? ''])
  process.exit(code)
}
const env = { FUZZ_RUNS: '1000000', KILL_RUNS: '50', UNDO_RUNS: '400', PROPERTY_RUNS: '10000', BOBBIN_SOAK: '1' }
await runSteps([
  () => unit(['--testTimeout=21600000', 'fuzz', 'kill', 'property', 'fidelity', 'histories', 'conformance'], env),
])
