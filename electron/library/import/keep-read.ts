import type { Context } from '../context.ts'
import { putOriginal } from '../db/tables/original.ts'
import { SKETCH_VERSION } from '../pictures/sketch.ts'
import { readFiles } from './read-files.ts'
import { PARSE_VERSION } from './reading.ts'

export interface KeptAndRead {
  readonly hash: string
  /** Writes down what reading found; inside the transaction that makes a record of the file. */
  store(): void
}

/** Keeps bytes that Bobbin made itself among the originals, and reads, measures and draws them as if they had been brought in. */
export async function keepRead(
  context: Pick<Context, 'db' | 'clock' | 'pool' | 'originals' | 'dir'>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  signal: AbortSignal,
): Promise<KeptAndRead> {
  const { hash } = await context.originals.keep(file.bytes)
  const source = { kind: 'file', path: context.originals.path(hash) } as const
  const scanned = [{ source, name: file.name, place: '', depth: 0 }]
  const readings: Parameters<typeof putOriginal>[1][] = []
  await readFiles({ pool: context.pool, signal, originals: context.dir.originals }, scanned, 'all', async batch => {
    for (const { reading } of batch) {
      if (reading.kind !== 'kept') continue
      const { bytes, format, detectedBy, found } = reading
      const versions = { parseVersion: PARSE_VERSION, sketchVersion: SKETCH_VERSION }
      readings.push({ hash, bytes, format, detectedBy, found, ...versions, keptAt: context.clock.now() })
    }
  })
  return {
    hash,
    store() {
      for (const reading of readings) putOriginal(context.db, reading)
    },
  }
}
