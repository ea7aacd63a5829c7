import path from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { boundsOf, heightOf } from '#shared/geometry/bounds.ts'
import { readGivenFile } from '../export/read-file.ts'

/** Millimetres that the pattern in a file is tall; 0 for one without a stitch. @throws BobbinError what its reader refused with */
export async function heightOfFile(file: string): Promise<number> {
  const { reading } = readDesign(await readGivenFile(file), path.basename(file))
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message)
  const bounds = boundsOf(reading.value)
  return bounds === null ? 0 : heightOf(bounds)
}
