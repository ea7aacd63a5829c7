// npm test: everything that must hold, on a fresh machine, with no step before it.
import { ensureInstalled } from './install.mjs'
import { endToEnd, format, licences, lint, runSteps, types, unit } from './steps.mjs'

await ensureInstalled()
await runSteps([types, lint, format, licences, unit, endToEnd])
