import { detect } from '#shared/formats/detect.ts'
import type { Format } from '#shared/formats/types.ts'
import { ARC, CUBIC, LINE, type Design } from '#shared/geometry/design.ts'
import { FIXTURES, filesBelow, SAMPLES, samplesArePresent, type TestFile } from './files.ts'

/** Files of any format, to take pieces from. */
export function everyFile(): TestFile[] {
  const folders = samplesArePresent ? [FIXTURES, SAMPLES] : [FIXTURES]
  return folders.flatMap(filesBelow).filter(({ bytes }) => bytes.length < 300_000)
}

/**
 * Files of a format: those that came from elsewhere, and one of each of its dialects written by us. A format that is only read
 * needs a file among the fixtures.
 */
export function filesOf({ info, write, dialects = [] }: Format, files: readonly TestFile[]): TestFile[] {
  const found = files.filter(({ name, bytes }) => detect(bytes, name).format === info.id)
  const written = [undefined, ...dialects.map(({ id }) => id)].flatMap(dialect => {
    const result = write?.(EVERYTHING, dialect === undefined ? {} : { dialect })
    return result?.ok ? [{ name: `written as ${dialect ?? info.id}`, bytes: result.value.bytes }] : []
  })
  return [...found, ...written]
}

/** Two pieces with every kind of segment, a pause, two threads and a note. */
const EVERYTHING: Design = {
  runs: [
    {
      ops: Uint8Array.of(LINE, ARC, CUBIC),
      coords: Float64Array.of(0, 0, 20, 0, 20, 20, 20, 10, Math.PI, 10, 30, 5, 10, 0, 20),
      thread: '#000000',
    },
    {
      ops: Uint8Array.of(LINE, LINE),
      coords: Float64Array.of(30, 0, 40, 10, 50, 0),
      thread: '#ff0000',
      pauseBefore: 'Change the thread',
    },
  ],
  metadata: { name: 'Everything', notes: ['(c) Bobbin'], size: 'stated' },
}
