import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { formatOf } from '#shared/formats/registry.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'

/** A zigzag of its own width, as a QLI file. */
export async function writeQli(folder: string, name: string, widthMm: number): Promise<string> {
  const run = new RunBuilder(0, 0)
  for (let step = 1; step <= 8; step++) run.line((widthMm * step) / 8, step % 2 === 0 ? 0 : 40)
  const written = formatOf('qli')?.write?.({ runs: [run.build()], metadata: { notes: [], size: 'stated' } })
  if (!written?.ok) throw new Error('QLI could not be written')
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, written.value.bytes)
  return path
}
