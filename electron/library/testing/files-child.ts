// Run as a process of its own, and killed: node files-child.ts <library folder> <cloud> <token>. Carries files both ways until all are
// carried, says so with what it took in milliseconds, and ends.
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { assembleLibrary } from '#library/library.ts'
import { createFileSync } from '#library/sync/files/create-file-sync.ts'

const [dir, url, token] = process.argv.slice(2)
if (dir === undefined || url === undefined || token === undefined) throw new Error('name library, cloud and token')

const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const { library, context } = await assembleLibrary({
  dir,
  clock: { now: () => Date.now() },
  random: { bytes: count => randomBytes(count) },
  host: { drives: { list: async () => [], eject: async () => 'please-eject' as const } },
  log: quiet,
  threads: {
    reader: new URL('../entry.reader.ts', import.meta.url),
    worker: new URL('../entry.worker.ts', import.meta.url),
  },
})
const files = createFileSync(context, { waits: { notThereMs: 100, backOffMs: 20, mostBackOffMs: 200 } })
const began = performance.now()
process.stdout.write('open\n')
const lacking = files.state().coming.files
files.start({
  url,
  epoch: 'e',
  fetch: (at, init) =>
    fetch(at, { ...init, headers: { ...(init?.headers as object), authorization: `Bearer ${token}` } }),
})
let keptMs = 0
for (;;) {
  const { waiting, coming, down } = files.state()
  if (keptMs === 0 && down >= lacking) keptMs = performance.now() - began
  if (waiting.files === 0 && coming.files === 0) break
  await wait(50)
}
const ms = Math.round(performance.now() - began)
process.stdout.write(`${JSON.stringify({ ms, keptMs: Math.round(keptMs), rss: process.memoryUsage().rss })}\n`)
await files.close()
await library.close()
