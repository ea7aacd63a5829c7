import { readFile } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import { sourceError } from '../sources/source-error.ts'
import { type CatalogueReading, readCatalogue } from './catalogue.ts'

/**
 * A list that was named as such, so that it must be one.
 * @throws BobbinError `not-a-catalogue`, `source-gone`, `source-closed`
 */
export async function openCatalogue(path: string): Promise<CatalogueReading & { ok: true }> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw sourceError(error)
  }
  const reading = readCatalogue(bytes)
  if (reading.ok) return reading
  throw new BobbinError(
    'not-a-catalogue',
    'This list could not be used: none of its columns holds file names. Name one of them "file_name".',
    { path },
  )
}
