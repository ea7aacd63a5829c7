// Started as a process of its own: brings every tenant of the Postgres at argv[2] up to date, says each, then the report. Killed in between by
// whoever measures that the next run goes on.
import { composeDeps } from '#server/compose.ts'
import { testConfig } from '#server/testing/cloud.ts'
import { migrateTenants } from '#server/upkeep/stage.ts'

const { deps, close } = await composeDeps(testConfig(process.argv[2] ?? ''))
const from = performance.now()
const report = await migrateTenants(deps, { onDone: () => void process.stdout.write('{}\n') })
process.stdout.write(`${JSON.stringify({ ...report, ms: performance.now() - from })}\n`)
await close()
