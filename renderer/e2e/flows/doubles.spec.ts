/** Patterns that look alike: one design in two formats, brought in apart, found, looked at, combined, and two again with one undo. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { formatOf } from '#shared/formats/registry.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { Design } from '#shared/geometry/design.ts'
import { scale } from '#shared/geometry/transform.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { ask } from '../ask.ts'
import type { Bobbin } from '../harness.ts'
import { tabTo } from '../keyboard.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'
import { foundByAxe } from '../visual/clean.ts'
import { notWhole } from '../visual/whole.ts'

const feather = starterPatterns.find(({ kind }) => kind === 'edge-to-edge')!.draw()
const wreath = starterPatterns.findLast(({ kind }) => kind === 'block')!.draw()

const title = (page: Page) => page.getByRole('heading', { level: 2 })

async function bringIn(win: BobbinWindow, files: Readonly<Record<string, readonly [Design, FormatId]>>) {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-doubles-'))
  for (const [name, [design, format]] of Object.entries(files)) {
    const written = formatOf(format)?.write?.(design)
    if (!written?.ok) throw new Error(`${name} could not be written`)
    await writeFile(join(folder, name), written.value.bytes)
  }
  await win.bringInFolder(folder)
  await rm(folder, { recursive: true })
}

/** Everything is brought in by itself, whatever stands here already. */
async function libraryOfTwins(win: BobbinWindow, bobbin: Bobbin) {
  await bringIn(win, { 'Plume.qli': [feather, 'qli'], 'Wreath.qli': [wreath, 'qli'] })
  await bringIn(win, { 'A10 final.dxf': [feather, 'dxf'], 'Big wreath.qli': [scale(wreath, 1.5), 'qli'] })
  await ask(bobbin, 'doubles.scan', {})
}

test('one design in two formats is found and combined with the mouse, and one undo makes it two again', async ({
  win,
  page,
  bobbin,
}) => {
  await libraryOfTwins(win, bobbin)
  await win.place(/^Looks alike/).click()
  await expect(page.getByText('2 pairs of patterns look alike. Nothing happens until you say so.')).toBeVisible()
  await expect(title(page)).toHaveText('Same design, same size, other format')
  await expect(
    page.getByText('We suggest to combine them as one pattern. It is one design in two formats.'),
  ).toBeVisible()
  await expect(page.locator('.double-lines path')).toHaveCount(2)
  expect(await foundByAxe(page)).toEqual([])

  await win.button('Combine as one pattern').click()
  await expect(page.getByText('Combined as “Plume”')).toBeVisible()
  await expect(title(page)).toContainText('Same design, “Big wreath” is')
  expect((await ask(bobbin, 'library.info', {})).counts.patterns).toBe(3)
  await win.toastButton('Undo').click()
  await expect(page.getByText('2 pairs of patterns look alike. Nothing happens until you say so.')).toBeVisible()
  expect((await ask(bobbin, 'library.info', {})).counts.patterns).toBe(4)

  await win.button('Accept the next 2 suggestions').click()
  await expect(page.getByText('No two of your patterns look alike.')).toBeVisible()
  await win.toastButton('Undo').click()
  await expect(page.getByText('2 pairs of patterns look alike. Nothing happens until you say so.')).toBeVisible()

  // A pattern with a twin says so, quietly, and leads to both.
  await win.place('Patterns').click()
  await win.wall.getByText('Big wreath').click()
  await win.pane.getByRole('button', { name: 'Looks alike: Wreath' }).click()
  await expect(title(page)).toContainText('Same design, “Big wreath” is')
})

test('pairs are gone through and decided with the keyboard alone, at 150 % text', async ({ win, page, bobbin }) => {
  await libraryOfTwins(win, bobbin)
  await win.setLook({ look: 'light', text: 150 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('duplicates')
  await expect(page.getByRole('menuitem', { name: /look alike/ }).first()).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Same design, same size, other format')
  await tabTo(page, 'Next pair')
  await page.keyboard.press('Enter')
  await expect(title(page)).toContainText('Same design, “Big wreath” is')
  expect(await notWhole(page)).toEqual([])
  await tabTo(page, 'Keep both')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Same design, same size, other format')
  await tabTo(page, 'Not the same')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No two of your patterns look alike.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(title(page)).toHaveText('Same design, same size, other format')
})
