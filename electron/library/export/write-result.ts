import { randomUUID } from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { makeFolder } from '../files/make-folder.ts'
import { removeOurs, writeFlushed } from './target/place-file.ts'
import { trouble, troubleOf } from './target/trouble.ts'

/**
 * Puts a result of the command line where it was asked for, whole or not at all. An older file of the name is replaced only when
 * `check` found nothing wrong with what was read back.
 * @throws BobbinError as sending does, or what `check` throws
 */
export async function writeResult<Checked>(
  folder: string,
  file: string,
  bytes: Uint8Array,
  check: (readBack: Uint8Array) => Checked,
): Promise<Checked> {
  const unfinished = path.join(folder, `bobbin-${randomUUID()}.part`)
  try {
    await makeFolder(folder)
    await writeFlushed(unfinished, bytes)
    const checked = check(await readFile(unfinished))
    await rename(unfinished, file)
    return checked
  } catch (error) {
    await removeOurs(unfinished)
    const code = error instanceof BobbinError ? null : troubleOf(error)
    throw code === null ? error : trouble(code, 'folder', null)
  }
}
