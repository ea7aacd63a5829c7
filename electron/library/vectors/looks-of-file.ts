import { extname } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { describe } from '#shared/shape/describe.ts'
import { readGivenFile } from '../export/read-file.ts'
import { readSketch } from './sketch-file.ts'

/** Without the likeness that is asked for. */
export type Looks = { readonly vector: Uint8Array<ArrayBuffer> } | { readonly lines: Float64Array<ArrayBuffer>[] }

/** What a pattern file that is in no library looks like. @throws BobbinError why it could not be read; `nothing-to-compare` */
export async function looksOfPatternFile(file: string): Promise<Looks> {
  return looksOfDesign(await readGivenFile(file), file)
}

/** The same of a drawing: points as JSON (sketch-file.ts), or a pattern file of any kind. */
export async function looksOfDrawing(file: string): Promise<Looks> {
  const bytes = await readGivenFile(file)
  if (extname(file).toLowerCase() !== '.json') return looksOfDesign(bytes, file)
  return { lines: readSketch(new TextDecoder().decode(bytes)) }
}

function looksOfDesign(bytes: Uint8Array, file: string): Looks {
  const { reading } = readDesign(bytes, file)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message, { ...reading.failure })
  const vector = describe(reading.value)?.vector
  if (!vector) throw new BobbinError('nothing-to-compare', 'This file has no line that others could be compared with.')
  return { vector: new Uint8Array(vector) }
}
