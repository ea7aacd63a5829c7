/** Embroidery as a quilter has it: files of several kinds come in as patterns, and all go to her embroidery machine. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDesign } from '#shared/formats/registry.ts'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

const FORMATS = join(import.meta.dirname, '../../../shared/formats')

let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bobbin-embroidery-'))
  for (const from of ['fixtures/peer-pystitch', 'stitches/fixtures'])
    await cp(join(FORMATS, from), folder, { recursive: true, filter: source => !source.endsWith('.md') })
})
test.afterAll(() => rm(folder, { recursive: true }))

test('a design in four kinds of file is one pattern, and what the machine takes is made of those it has', async ({
  win,
  page,
  bobbin,
}) => {
  await win.bringInFolder(folder)
  await expect(win.card(0)).toBeVisible()
  await expectClean(page)
  await win.wall.focus()
  await page.keyboard.press('Control+a')
  await win.button(/^Send( to a machine)?$/).click()
  await page.getByRole('searchbox', { name: 'Find your machine' }).fill('brother')
  await win.chooseMachine('Baby Lock, Brother or Juki embroidery machine')
  bobbin.stick.plugged = true
  await expect(win.button('Send 3 patterns')).toBeEnabled()
  await expectClean(page)
  await win.button('Send 3 patterns').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })

  const files = (await readdir(bobbin.stick.path, { recursive: true })).filter(name => name.endsWith('.pes'))
  expect(files.map(name => name.split('/').at(-1)).toSorted()).toEqual([
    'Star.pes',
    'square spiral 1.pes',
    'two hooks.pes',
  ])
  for (const name of files) {
    const bytes = new Uint8Array(await readFile(join(bobbin.stick.path, name)))
    expect(readDesign(bytes, name).detection).toEqual({ format: 'pes', by: 'content' })
    // The designer's own file goes as it is.
    if (name.endsWith('two hooks.pes'))
      expect(bytes).toEqual(new Uint8Array(await readFile(join(folder, 'two-hooks.pes'))))
  }
})
