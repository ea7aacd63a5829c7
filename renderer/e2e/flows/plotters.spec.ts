/** Patterns of machines that draw with a pen in mind: they come in as they are, and go out as those machines want them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatOf } from '#shared/formats/registry.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { expect, test } from '../test.ts'

let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bobbin-plotters-'))
  const oneLine = starterPatterns.filter(pattern => pattern.draw().runs.length === 1)
  for (const [index, id] of (['plt', 'qcc', 'iqp'] as const).entries()) {
    const pattern = oneLine[index]!
    const written = formatOf(id)?.write?.(pattern.draw())
    if (!written?.ok) throw new Error(`${pattern.slug} could not be written as ${id}`)
    await writeFile(join(folder, `${pattern.slug}.${id}`), written.value.bytes)
  }
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('a QBOT, a QuiltEZ and an IntelliQuilter pattern are brought in, drawn, and sent to a QBOT', async ({
  win,
  page,
  bobbin,
}) => {
  await win.bringInFolder(folder)
  await win.wall.focus()
  await page.keyboard.press('Control+a')
  await expect(win.chosen).toHaveText('3 chosen')
  await win.button(/^Send( to a machine)?$/).click()
  await page.getByRole('radio', { name: /QBOT/ }).focus()
  await page.keyboard.press('Space')
  await win.button('Next').click()
  await win.button('A folder on this computer').click()
  await win.button('Quilts').click()
  await win.button('Use this folder').click()
  await win.button('Send 3 patterns').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everything is in the folder')).toBeVisible({ timeout: 30_000 })

  const sent = (await readdir(join(bobbin.home, 'Quilts'), { recursive: true })).filter(name => name.endsWith('.plt'))
  expect(sent).toHaveLength(3)
  const texts = await Promise.all(sent.map(name => readFile(join(bobbin.home, 'Quilts', name), 'latin1')))
  // Her own PLT goes as it came; the two others are made the way other programs write for the QBOT.
  expect(texts.filter(text => text.endsWith('PU;\nSP0;\n'))).toHaveLength(1)
  expect(texts.filter(text => /^IN;\nIP;\nSP1;\nWD\nPU0,0;\n[^]*EN;\n$/.test(text))).toHaveLength(2)
})
