/** The command line: `node electron/cli/entry.ts COMMAND …`. */
import { enableCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Half of a short command's time is reading our own sources. In our own folder: what lies in a shared one could be anybody's.
enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'node'))

const stop = new AbortController()
// The first signal stops the work in hand, the second one the process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
// `bobbin list | head` ends the pipe early; that is no failure of ours.
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))

const { runCli } = await import('./run.ts')
const code = await runCli({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  home: homedir(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
  threads: {
    reader: new URL('../library/entry.reader.ts', import.meta.url),
    worker: new URL('../library/entry.worker.ts', import.meta.url),
  },
})
process.exit(code)
