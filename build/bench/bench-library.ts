import { randomBytes } from 'node:crypto'
import { assembleLibrary, type Assembled } from '#library/library.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** The real core with the real clock and dice, and no sticks. */
export function openBenchLibrary(dir: string): Promise<Assembled> {
  return assembleLibrary({
    dir,
    clock: { now: Date.now },
    random: { bytes: count => randomBytes(count) },
    host: { drives: { list: async () => [], eject: async () => 'please-eject' } },
    log: silent,
    threads: {
      reader: new URL('../../electron/library/entry.reader.ts', import.meta.url),
      worker: new URL('../../electron/library/entry.worker.ts', import.meta.url),
    },
  })
}
