import type { ReadFailure } from '#shared/util/reading.ts'

/** The refusals every reader shares; see MAX_FILE_BYTES and MAX_POINTS. */
export const TOO_MANY_BYTES: ReadFailure = {
  code: 'file-too-large',
  message: 'This file is larger than 32 MB, too large for a pattern.',
}

export const TOO_MANY_POINTS: ReadFailure = {
  code: 'file-too-large',
  message: 'This pattern has more than one million points, too many to open.',
}

export const TOO_MANY_RUNS: ReadFailure = {
  code: 'file-too-large',
  message: 'This pattern has more than 100,000 separate pieces, too many to open.',
}
