import { BobbinError } from '#shared/contract/errors.ts'
import { systemCode } from '#library/files/disk-error.ts'

/** What the computer shows for bytes of a name that are no letters: such a name cannot be asked for again. */
const NO_LETTER = '\ufffd'

/** A file or folder of hers that could not be read, as something to tell. Mistakes of ours stay what they are. */
export function sourceError(error: unknown, path = ''): BobbinError {
  if (error instanceof BobbinError) return error
  const system = systemCode(error)
  if (system === 'ENOENT' && path.includes(NO_LETTER))
    return new BobbinError(
      'source-name',
      'This name holds signs that are no letters. Rename it, then bring it in again.',
    )
  switch (system) {
    case 'ENAMETOOLONG':
      return new BobbinError(
        'source-too-deep',
        'This lies in so many folders that its path is too long. Move it further up, then bring it in again.',
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return new BobbinError('source-gone', 'This was there a moment ago and is gone now. Is the stick still in?')
    case 'EACCES':
    case 'EPERM':
      return new BobbinError('source-closed', 'Your computer does not let Bobbin open this.')
    case '':
      throw error
    default:
      return new BobbinError(
        'source-unreadable',
        'This could not be read from its disk. Try again, or copy it again.',
        {
          system: systemCode(error),
        },
      )
  }
}
