import { open, stat } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import { TOO_MANY_BYTES } from '#shared/formats/limits.ts'
import { MAX_FILE_BYTES } from '#shared/formats/types.ts'
import { plainBytes } from '../files/plain-bytes.ts'

/** The bytes of a file she named, unpacked. @throws BobbinError `file-damaged`, `file-missing`, `file-too-large`, `not-a-file`, `file-not-readable` */
export async function readGivenFile(file: string): Promise<Uint8Array> {
  // Before it is opened: opening a pipe waits for somebody who writes into it.
  const named = await stat(file).catch(error => {
    throw explained(error)
  })
  if (named.isDirectory()) throw folder()
  if (!named.isFile()) throw new BobbinError('not-a-file', 'This is not a file but a device or a pipe.')
  const handle = await open(file, 'r').catch(error => {
    throw explained(error)
  })
  try {
    const found = await handle.stat()
    if (found.size > MAX_FILE_BYTES) throw new BobbinError(TOO_MANY_BYTES.code, TOO_MANY_BYTES.message)
    return plainBytes(await handle.readFile())
  } catch (error) {
    throw error instanceof BobbinError ? error : explained(error)
  } finally {
    await handle.close()
  }
}

function explained(error: unknown): BobbinError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BobbinError('file-missing', 'There is no file of this name.')
  if (code === 'EACCES' || code === 'EPERM')
    return new BobbinError('file-not-readable', 'This computer does not let Bobbin read this file.')
  if (code === 'EISDIR') return folder()
  return new BobbinError('file-not-readable', 'This file could not be read from the disk.', { reason: code })
}

function folder(): BobbinError {
  return new BobbinError('not-a-file', 'This is a folder. Name the files in it.')
}
