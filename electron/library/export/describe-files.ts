import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import { formatOfExtension } from '#shared/formats/catalogue.ts'
import { extensionOf } from '#shared/formats/file-head.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import type { FileCommandOptions, FileDescription } from './file-commands.ts'
import { isLocked } from './locked.ts'
import { readGivenFile } from './read-file.ts'

/** What Bobbin finds in each file; one that cannot be read says why. */
export async function describeFiles(
  files: readonly string[],
  { signal, onProgress }: FileCommandOptions = {},
): Promise<FileDescription[]> {
  const described: FileDescription[] = []
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) throw cancelled()
    described.push(await describe(file))
    onProgress?.({ done: index + 1, total: files.length, file })
  }
  return described
}

async function describe(file: string): Promise<FileDescription> {
  let bytes: Uint8Array
  try {
    bytes = await readGivenFile(file)
  } catch (error) {
    if (!(error instanceof BobbinError)) throw error
    const format = formatOfExtension(extensionOf(file))
    return {
      ...NOTHING_KNOWN,
      file,
      format,
      detectedBy: 'extension',
      error: { code: error.code, message: error.message },
    }
  }
  const { detection, reading } = readDesign(bytes, file)
  const { format, by } = detection
  const warnings = [...(detection.note ? [detection.note] : []), ...reading.warnings]
  const known = { file, format, detectedBy: by }
  if (reading.ok) return { ...known, ...NOTHING_KNOWN, ...measured(reading.value), readable: true, warnings }
  return {
    ...known,
    ...NOTHING_KNOWN,
    warnings,
    locked: isLocked(format, reading.failure.code),
    error: reading.failure,
  }
}

const NOTHING_KNOWN = {
  readable: false,
  locked: false,
  widthMm: null,
  heightMm: null,
  stitchedLengthMm: null,
  travelLengthMm: null,
  runs: null,
  jumps: null,
  pauses: null,
  points: null,
  closed: null,
  start: null,
  end: null,
  notes: [],
  warnings: [],
} as const

function measured(design: Design) {
  const { bounds, start, end, ...measures } = measureDesign(design)
  return {
    ...measures,
    widthMm: bounds ? widthOf(bounds) : null,
    heightMm: bounds ? heightOf(bounds) : null,
    start: start ? ([start.x, start.y] as const) : null,
    end: end ? ([end.x, end.y] as const) : null,
    notes: design.metadata.notes,
  }
}
