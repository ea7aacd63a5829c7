import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scale } from '#shared/geometry/transform.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { written } from '#library/testing/design-files.ts'
import { ask } from '#e2e/ask.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Patterns that look alike: none, a pair in two formats, a pair in two sizes; and what is said before a twin comes in. */
export const doubles: Walk = {
  name: 'doubles',
  async go({ win, page, bobbin, shot }) {
    const folder = await mkdtemp(join(tmpdir(), 'bobbin-alike-'))
    const [first, , third] = starterPatterns.map(({ draw }) => draw)
    const put = async (place: string, name: string, bytes: Uint8Array) => {
      await mkdir(join(folder, place), { recursive: true })
      await writeFile(join(folder, place, name), bytes)
    }
    await put('a', 'Plume.qli', written(first!(), 'qli'))
    await put('a', 'Garland.qli', written(third!(), 'qli'))
    await put('b', 'A10 final.dxf', written(first!(), 'dxf'))
    await put('b', 'Large garland.qli', written(scale(third!(), 1.4), 'qli'))
    await win.bringInFolder(join(folder, 'a'))
    await ask(bobbin, 'doubles.scan', {})
    await win.openBringIn()
    await win.chooseFolder(join(folder, 'b'))
    await expect(page.getByText(/You already have/).first()).toBeVisible()
    await shot('before')
    await win.button(/^Add \d/).click()
    await expect(page.getByText(/in your library/)).toBeVisible({ timeout: 60_000 })
    await win.button('Show them').click()
    await ask(bobbin, 'doubles.scan', {})
    await rm(folder, { recursive: true })
    await win.place(/^Looks alike/).click()
    await expect(page.locator('.double-lines path')).toHaveCount(2)
    await shot('pair')
    await win.button('Next pair').click()
    await shot('sizes')
    await win.button(/^Accept the next/).click()
    await expect(page.getByText('No two of your patterns look alike.')).toBeVisible()
    await win.toastButton('Close').click()
    await shot('none')
  },
}
