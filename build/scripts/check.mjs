// npm run check: what is worth knowing before each commit; npm test adds the browser.
import { ensureInstalled } from './install.mjs'
import { format, licences, lint, runSteps, types, unit } from './steps.mjs'

await ensureInstalled()
await runSteps([types, lint, format, licences, unit])
