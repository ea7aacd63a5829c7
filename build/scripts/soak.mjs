// npm run soak: the long versions of the tests that roll dice. Seeds are printed; set BOBBIN_SEED to run one again.
import { ensureInstalled } from './install.mjs'
import { runSteps, unit } from './steps.mjs'

await ensureInstalled()
const env = { FUZZ_RUNS: '1000000', KILL_RUNS: '50', UNDO_RUNS: '400', PROPERTY_RUNS: '10000', BOBBIN_SOAK: '1' }
await runSteps([() => unit(['--testTimeout=21600000', 'fuzz', 'kill', 'property', 'fidelity'], env)])
