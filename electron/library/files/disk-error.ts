import { BobbinError } from '#shared/contract/errors.ts'

/** Codes of failures that concern the disk as a whole: going on with the next file would only fail again. */
const SENTENCES: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOSPC: ['disk-full', 'Your disk is full. What was kept so far is safe. Make some room and go on.'],
  EDQUOT: ['disk-full', 'Your disk is full. What was kept so far is safe. Make some room and go on.'],
  EROFS: ['library-not-writable', 'Bobbin may not write to the folder of your library. Nothing was changed.'],
  EACCES: ['library-not-writable', 'Bobbin may not write to the folder of your library. Nothing was changed.'],
  EPERM: ['library-not-writable', 'Bobbin may not write to the folder of your library. Nothing was changed.'],
  EIO: ['disk-trouble', 'Your disk did not answer as it should. What was kept so far is safe. Try again.'],
}

/** The system's own name of a failure (`ENOSPC`), or an empty text. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** A failed write into the library as something to tell; anything unknown goes on as it is. */
export function writeError(error: unknown): unknown {
  const known = SENTENCES[systemCode(error)]
  return known ? new BobbinError(known[0], known[1], { system: systemCode(error) }) : error
}
