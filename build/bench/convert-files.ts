import { formats, readDesign } from '#shared/formats/registry.ts'
import type { Format, FormatId } from '#shared/formats/types.ts'
import type { Design } from '#shared/geometry/design.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { FIXTURES, filesBelow } from '#shared/testing/files.ts'

export interface FileToConvert {
  readonly name: string
  readonly format: FormatId
  readonly bytes: Uint8Array
}

/** What reads and writes, by id. */
export const writable = formats.filter(
  (format): format is Format & Required<Pick<Format, 'read' | 'write'>> =>
    format.read !== undefined && format.write !== undefined,
)

/** So many files, the same every time: real patterns and the starter designs, each in every format there is, the formats mixed. */
export function mixedFiles(count: number): FileToConvert[] {
  const designs = allDesigns()
  const files: FileToConvert[] = []
  for (let i = 0; files.length < count; i++) {
    const [name, design] = designs[i % designs.length]!
    // One format further each time round, so that all designs meet all formats before any file comes twice.
    const format = writable[(i + Math.floor(i / designs.length)) % writable.length]!
    const file = inFormat(name, design, format)
    if (file) files.push(file)
  }
  return files
}

/** All designs in one format, in its first dialect or another. */
export function filesIn(id: FormatId, dialect?: string): FileToConvert[] {
  const format = writable.find(({ info }) => info.id === id)
  if (format === undefined) return []
  return allDesigns().flatMap(([name, design]) => inFormat(name, design, format, dialect) ?? [])
}

function allDesigns(): readonly (readonly [string, Design])[] {
  const real = filesBelow(FIXTURES).flatMap(({ name, bytes }) => {
    const { reading } = readDesign(bytes, name)
    return reading.ok ? [[name.replaceAll(/[/.]/g, '-'), reading.value] as const] : []
  })
  return [...real, ...starterPatterns.map(pattern => [pattern.slug, pattern.draw()] as const)]
}

function inFormat(
  name: string,
  design: Design,
  { info, write }: Format & Required<Pick<Format, 'write'>>,
  dialect?: string,
): FileToConvert | null {
  const written = write(design, dialect === undefined ? {} : { dialect })
  if (!written.ok) return null
  return { name: `${name}.${info.extensions[0]}`, format: info.id, bytes: written.value.bytes }
}
