/** A folder of small patterns, each drawn anew, in whatever formats a story needs. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FormatId } from '#shared/formats/types.ts'
import { formatInfo } from '#shared/formats/catalogue.ts'
import { drawn, written } from '#library/testing/design-files.ts'

export interface DesignFolder {
  readonly path: string
  remove(): Promise<void>
}

/** `Plume 001.qli` and so on, one format after the other. */
export async function designFolder(count: number, formats: readonly FormatId[]): Promise<DesignFolder> {
  const root = await mkdtemp(join(tmpdir(), 'bobbin-designs-'))
  for (let index = 0; index < count; index++) {
    const format = formats[index % formats.length]!
    const name = `Plume ${String(index + 1).padStart(3, '0')}.${formatInfo(format).extensions[0]}`
    await writeFile(join(root, name), written(drawn(index, { widthMm: 120 + (index % 50) }), format))
  }
  return { path: root, remove: () => rm(root, { recursive: true, force: true }) }
}
