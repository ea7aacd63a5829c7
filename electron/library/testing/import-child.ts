// Run as a process of its own and killed: node import-child.ts <library folder> <source folder>. Brings everything in and ends.
import { randomBytes } from 'node:crypto'
import { createLibrary } from '#library/library.ts'

const [dir, source] = process.argv.slice(2)
if (dir === undefined || source === undefined) throw new Error('name the library and the source')

const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const library = await createLibrary({
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
process.stdout.write('open\n')
const { id } = await library.handlers['imports.look']({ paths: [source] }, call)
await library.handlers['imports.add']({ id }, call)
await library.close()
