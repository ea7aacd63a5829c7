import { countPoints, type Design } from '#shared/geometry/design.ts'
import { type ReadFailure, type Reading, refusal } from '#shared/util/reading.ts'
import { formatInfo } from './catalogue.ts'
import { detect } from './detect.ts'
import { TOO_MANY_BYTES, TOO_MANY_POINTS } from './limits.ts'
import * as list from './list.ts'
import {
  type Detection,
  type Format,
  type FormatId,
  MAX_FILE_BYTES,
  MAX_POINTS,
  type ReadDesign,
  type ReadOptions,
} from './types.ts'

/** The formats Bobbin opens or saves. */
export const formats: readonly Format[] = Object.values(list)

/** Reader and writer of a format; undefined when Bobbin neither opens nor saves it. */
export function formatOf(id: FormatId): Format | undefined {
  return formats.find(({ info }) => info.id === id)
}

export interface DetectedReading {
  readonly detection: Detection
  readonly reading: Reading<Design>
}

/** Finds out what a file is and reads it. Never throws: whatever is wrong with the file is a refusal with a plain sentence. */
export function readDesign(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): DetectedReading {
  const detection = detect(bytes, fileName)
  const read = formatOf(detection.format)?.read
  const reading = read === undefined ? refusal(cannotRead(detection)) : readSafely(read, bytes, options)
  return { detection, reading }
}

/**
 * Runs a reader within the limits every format shares. Readers do not throw; should one do so all the same, the fault is ours and
 * must not take an import of a thousand other files down with it.
 */
export function readSafely(read: ReadDesign, bytes: Uint8Array, options: ReadOptions): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  try {
    const reading = read(bytes, options)
    return reading.ok && countPoints(reading.value) > MAX_POINTS ? refusal(TOO_MANY_POINTS) : reading
  } catch {
    return refusal({
      code: 'internal-reader-error',
      message: 'Bobbin made a mistake while reading this file. The file is kept safe. You can send it to us.',
    })
  }
}

function cannotRead({ format, note }: Detection): ReadFailure {
  if (note !== undefined) return note
  const { role, insteadUse } = formatInfo(format)
  if (role === 'locked') {
    return { code: 'locked-format', message: insteadUse ?? 'Only its own program opens this file.' }
  }
  return { code: 'not-a-pattern', message: insteadUse ?? 'This file is no pattern.' }
}
