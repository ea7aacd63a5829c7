/** Pictures carried: onto places of the side bar, out of the window as files; and files carried in. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { formatOf } from '#shared/formats/registry.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'

async function centre(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox()
  if (!box) throw new Error('it is not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Picks up and carries over `to`; still held. */
async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await centre(from)
  const end = await centre(to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 25, start.y + 25, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 6 })
}

test.describe('onto places', () => {
  test.use({ seeded: 60 })

  test('the chosen ones go together; one that is not chosen goes alone; places light up and say so', async ({
    win,
    page,
  }) => {
    await win.card(0).click()
    await win.card(2).click({ modifiers: ['Control'] })
    await carry(page, win.card(2), win.place('Favourites'))
    const row = page.locator('.place-row', { hasText: 'Favourites' })
    await expect(row).toHaveAttribute('data-drop', 'over')
    await expect(page.locator('.place-row', { hasText: 'Trash' })).toHaveAttribute('data-drop', 'ready')
    await expect(page.getByRole('status').filter({ hasText: 'Let go to make it a favourite' })).toHaveCount(1)
    await page.mouse.up()
    await expect(page.getByText('2 patterns are favourites now')).toBeVisible()
    await expect(row).not.toHaveAttribute('data-drop')
    await expect(win.chosen).toHaveText('2 chosen')

    await carry(page, win.card(3), win.place('Trash'))
    await page.mouse.up()
    await expect(win.found()).toHaveText('59 patterns')
    await win.place('Trash').click()
    await carry(page, win.card(0), win.place('Patterns'))
    await page.mouse.up()
    await expect(page.getByText('Put 1 pattern back')).toBeVisible()
  })

  test('a press that slips is still a press', async ({ win, page }) => {
    const { x, y } = await centre(win.card(1))
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 6, y + 5, { steps: 3 })
    await page.mouse.up()
    await expect(win.card(1)).toHaveAttribute('aria-selected', 'true')
  })
})

test.describe('in and out', () => {
  let shop: ShopFolder
  let folder: string

  test.beforeAll(async () => {
    shop = await shopFolder(3)
    folder = await mkdtemp(join(tmpdir(), 'bobbin-plain-'))
    const pattern = starterPatterns[5]
    const written = pattern && formatOf('qli')?.write?.(pattern.draw(), {})
    if (!written?.ok) throw new Error('the starter pattern could not be written')
    await writeFile(join(folder, 'Plain pattern.qli'), written.value.bytes)
  })
  test.afterAll(async () => {
    await shop.remove()
    await rm(folder, { recursive: true })
  })

  test('files and folders let go over the window are looked through, and come out again as copies', async ({
    win,
    page,
  }) => {
    await expect(page.getByRole('banner')).toBeVisible()
    const line = await page.context().newCDPSession(page)
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      line.send('Input.dispatchDragEvent', {
        type,
        x: 600,
        y: 400,
        data: { items: [], files: [join(folder, 'Plain pattern.qli'), shop.path], dragOperationsMask: 1 },
      })
    // A hand goes on moving until the window has answered; a single move told to the browser may be answered too late.
    await expect(async () => {
      await drag('dragEnter')
      await drag('dragOver')
      await expect(page.locator('.drop-target')).toBeVisible()
      await drag('dragOver')
      await drag('drop')
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 3_000 })
    }).toPass()
    await win.button(/^Add \d/).click({ timeout: 60_000 })
    await expect(page.getByText(/in your library$/)).toBeVisible({ timeout: 60_000 })
    await win.button('Show them').click()
    await win.search.fill('Plain')
    await expect(win.found()).toContainText('1 found')

    // One file as it is.
    await win.card(0).click()
    await expect(win.card(0)).toHaveAttribute('aria-selected', 'true')
    const one = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    expect((await one).suggestedFilename()).toBe('Plain pattern.qli')
    expect(await readFile(await (await one).path())).toEqual(await readFile(join(folder, 'Plain pattern.qli')))
    await expect(page.getByText('Saved a copy of 1 pattern')).toBeVisible()

    // Held for a moment, it leaves with the address of its file; how long the file takes to be made is the computer's business.
    const { x, y } = await centre(win.card(0))
    let url: string[] = []
    let heldMs = 600
    await expect(async () => {
      const carried = page.evaluate(
        () =>
          new Promise<string>(resolve =>
            window.addEventListener('dragstart', event => resolve(event.dataTransfer?.getData('DownloadURL') ?? ''), {
              once: true,
            }),
          ),
      )
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.waitForTimeout(heldMs)
      heldMs *= 2
      await page.mouse.move(x + 30, y + 30, { steps: 4 })
      const [type, name, ...rest] = (await carried).split(':')
      await page.mouse.up()
      expect([type, name]).toEqual(['application/octet-stream', 'Plain pattern.qli'])
      url = rest
    }).toPass()
    const fetched = await page.evaluate(
      async address => (await fetch(address)).headers.get('content-disposition'),
      url.join(':'),
    )
    expect(fetched).toContain('Plain pattern.qli')

    // Several as one ZIP, the designers' texts with them.
    await win.button('Clear the search').click()
    await expect(win.found()).toContainText('patterns')
    await win.wall.focus()
    await page.keyboard.press('Control+a')
    const several = page.waitForEvent('download')
    await win.button(/^More$/).click()
    await page.getByRole('menuitem', { name: 'Save a copy for my machine' }).click()
    expect((await several).suggestedFilename()).toBe('Patterns from Bobbin.zip')
    const zip = await readFile(await (await several).path())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    expect(zip.includes('notes.txt') || zip.includes('.txt')).toBe(true)
  })
})
