/** The operator's command line: `node sync-server/src/cli/entry.ts COMMAND …`. */
import { runCommand } from './run.ts'

const stop = new AbortController()
// The first signal stops gracefully, the second one at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(1)
    stop.abort()
  })
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))

const code = await runCommand({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
})
process.exit(code)
