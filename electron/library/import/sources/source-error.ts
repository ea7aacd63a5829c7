import { BobbinError } from '#shared/contract/errors.ts'
import { systemCode } from '#library/files/disk-error.ts'

/** A file or folder of hers that could not be read, as something to tell. Mistakes of ours stay what they are. */
export function sourceError(error: unknown): BobbinError {
  if (error instanceof BobbinError) return error
  switch (systemCode(error)) {
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
