/** A folder as downloads are: one pattern saved on its side, one whose size nobody wrote down, one that is right. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rotate } from '#shared/geometry/transform.ts'
import { drawn, written } from '#library/testing/design-files.ts'

export interface DirtyFolder {
  readonly path: string
  remove(): Promise<void>
}

export async function dirtyFolder(): Promise<DirtyFolder> {
  const root = await mkdtemp(join(tmpdir(), 'bobbin-dirty-'))
  const path = join(root, 'Summer downloads')
  await mkdir(path)
  const files = {
    'Sunflower vine e2e.qli': written(rotate(drawn(1), Math.PI / 2), 'qli'),
    'Butterfly garden.cqp': written(drawn(2), 'cqp'),
    'Maple leaf border.qli': written(drawn(3), 'qli'),
  }
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(path, name), bytes)
  return { path, remove: () => rm(root, { recursive: true, force: true }) }
}
