/** A folder as a shop's orders leave it: one ZIP a design with several formats and the notes, and what else lies around. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { formats } from '#shared/formats/registry.ts'
import { starterPatterns } from '#shared/starter/index.ts'

export interface ShopFolder {
  readonly path: string
  /** What Bobbin finds in it: each ZIP is one pattern, and the broken file is kept as one that cannot be read. */
  readonly patterns: number
  remove(): Promise<void>
}

/** @param count designs, at most as many as the starter library has */
export async function shopFolder(count: number): Promise<ShopFolder> {
  const root = await mkdtemp(join(tmpdir(), 'bobbin-shop-'))
  const path = join(root, 'Shop orders')
  await mkdir(join(path, 'Spring'), { recursive: true })
  const designs = starterPatterns.slice(0, count)
  for (const [index, pattern] of designs.entries()) {
    const zip = new ZipFile()
    const design = pattern.draw()
    const name = `${pattern.kind === 'border' ? 'Border ' : ''}${pattern.name}`
    for (const { info, write } of formats) {
      if (!write || !['qli', 'dxf', 'svg'].includes(info.id)) continue
      const written = write(design, {})
      if (written.ok) zip.addBuffer(Buffer.from(written.value.bytes), `${name}.${info.id}`)
    }
    zip.addBuffer(Buffer.from(`${pattern.name}. Free to stitch for anyone.`), `${name} notes.txt`)
    zip.end()
    const file = join(path, index % 2 === 0 ? 'Spring' : '.', `${pattern.slug}.zip`)
    await pipeline(zip.outputStream, createWriteStream(file))
  }
  await writeFile(join(path, 'broken.qli'), 'this is no pattern at all')
  return { path, patterns: designs.length + 1, remove: () => rm(root, { recursive: true, force: true }) }
}
