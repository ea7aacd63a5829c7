import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { filesToDrag } from './drag-out.ts'

let dir: string
let library: string

beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), 'bobbin-drag-')))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  library = join(dir, 'library')
  for (const folder of ['temp/drag-1', 'originals/ab', 'temporary'])
    await mkdir(join(library, folder), { recursive: true })
  await writeFile(join(library, 'temp/drag-1/Rose.qli'), '')
  await writeFile(join(library, 'originals/ab/abcd'), '')
  await writeFile(join(library, 'bobbin.db'), '')
  await writeFile(join(library, 'temporary/x'), '')
  await symlink(join(library, 'bobbin.db'), join(library, 'temp/way-out'))
})

test('files that the library has made or keeps can be dragged out', async () => {
  const paths = [join(library, 'temp/drag-1/Rose.qli'), join(library, 'originals/ab/abcd')]
  expect(await filesToDrag(paths, library)).toEqual(paths)
})

test('nothing else can, be it by name, by link, or a whole folder', async () => {
  for (const path of [
    'bobbin.db',
    'temp/../bobbin.db',
    'temp/way-out',
    'temp/drag-1',
    'temp',
    'temporary/x',
    'temp/none',
  ]) {
    await expect(filesToDrag([join(library, path)], library)).rejects.toMatchObject({ code: 'drag-refused' })
  }
  await expect(filesToDrag(['/etc/hostname'], library)).rejects.toMatchObject({ code: 'drag-refused' })
})

test('while the library is not open, nothing can', async () => {
  await expect(filesToDrag([join(library, 'temp/drag-1/Rose.qli')], null)).rejects.toMatchObject({
    code: 'drag-refused',
  })
})
