import type { ReadFailure } from '#shared/util/reading.ts'

/** More elements, attributes, references or repetitions than any pattern has. */
export const TOO_MANY_PARTS: ReadFailure = {
  code: 'file-too-large',
  message: 'This drawing has more parts than a pattern can have. Please simplify it in your drawing program.',
}
