import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { formatOf } from '#shared/formats/registry.ts'
import type { FormatId } from '#shared/formats/types.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { STARTER_DESIGNER } from '#shared/starter/pattern.ts'

/** The machine format most machines take, and the drawing that every program opens. */
const FORMATS: readonly FormatId[] = ['qli', 'svg']

/**
 * Writes the starter designs as a shop would: files in two formats and a list of names, tags and notes beside them. They then come in
 * like anything else, so the first patterns in a new library have been through everything hers will.
 */
export async function writeStarter(folder: string): Promise<void> {
  const rows = []
  for (const { slug, name, kind, tags, notes, draw } of starterPatterns) {
    const design = draw()
    for (const id of FORMATS) {
      const written = formatOf(id)?.write?.(design)
      if (written === undefined) continue
      if (!written.ok)
        throw new Error(`the starter design ${slug} cannot be written as ${id}: ${written.failure.message}`)
      await writeFile(join(folder, `${slug}.${id}`), written.value.bytes)
    }
    rows.push({ file_name: slug, name, designer: STARTER_DESIGNER, kind, keywords: tags.join('; '), notes })
    await setImmediate()
  }
  await writeFile(join(folder, 'catalogue.csv'), stringify(rows, { header: true }))
}
