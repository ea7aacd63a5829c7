// Run as a process of its own and killed: node work-child.ts <library folder> <work> <folder to write to>.
import { randomBytes } from 'node:crypto'
import { createLibrary } from '#library/library.ts'

const [dir, work, to] = process.argv.slice(2)
if (dir === undefined || work === undefined || to === undefined)
  throw new Error('name the library, the work and a folder')

const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const { handlers } = await createLibrary({
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
const call = { signal: new AbortController().signal, progress() {} }
const filter = { query: '', filter: {} }
const { patterns } = await handlers['patterns.list']({ ...filter, sort: 'name', offset: 0, limit: 2_000 }, call)
const patternIds = patterns.map(({ id }) => id)
const target = { kind: 'folder', path: to } as const

const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  async delete() {
    for (let at = 0; at < patternIds.length; at += 30) {
      const ids = patternIds.slice(at, at + 30)
      await handlers['trash.put']({ ids }, call)
      await handlers['trash.deleteForGood']({ ids }, call)
    }
  },
  snapshot: async () => handlers['snapshots.make']({}, call),
  send: async () =>
    handlers['sending.start']({ patternIds, machineId: 'bernina-q-matic', target, onExisting: 'replace' }, call),
  save: async () => handlers['saving.all']({ to }, call),
  async edit() {
    await handlers['patterns.tag']({ ids: patternIds, add: ['Summer', 'Winter'], remove: [] }, call)
    await handlers['undo.undo']({}, call)
  },
}
process.stdout.write('open\n')
// Over and over, until somebody puts an end to it.
for (;;) await WORK[work]!()
