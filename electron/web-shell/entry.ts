/** The web shell: `node electron/web-shell/entry.ts [--library DIR] [--port N] [--no-open] [--json] [FILE...]`. */
import { BobbinError } from '#shared/contract/errors.ts'
import { hasDisplay, openInBrowser } from './open-browser.ts'
import { USAGE, type RunningShell, readArguments, runWebShell } from './run.ts'

const args = readArguments(process.argv.slice(2))
if (args === null) {
  console.error(USAGE)
  process.exit(2)
}

let shell: RunningShell
try {
  shell = await runWebShell(args, {
    reader: new URL('../library/entry.reader.ts', import.meta.url),
    worker: new URL('../library/entry.worker.ts', import.meta.url),
  })
} catch (error) {
  console.error(sentence(error))
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
console.log(args.json ? JSON.stringify({ url: shell.url, ready: true }) : `Bobbin is open at ${shell.url}`)
if (args.open && hasDisplay(process.platform, process.env)) await openInBrowser(shell.url)

async function stop(): Promise<void> {
  await shell.stop()
  process.exit(0)
}

function sentence(error: unknown): string {
  if (error instanceof BobbinError) return error.message
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return 'Another program uses this port already. Leave --port out and Bobbin takes a free one.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
