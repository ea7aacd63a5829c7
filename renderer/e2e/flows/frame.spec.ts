/** The frame: text sizes, looks, starter designs, and a core that went away. */
import { starterPatterns } from '#shared/starter/index.ts'
import { startBobbin } from '../harness.ts'
import { expect, test } from '../test.ts'

test('the starter designs hang on the wall after one press', async ({ win, page }) => {
  await win.button('Put in the starter designs').click()
  await expect(page.getByText(`${starterPatterns.length} patterns are in your library`)).toBeVisible({
    timeout: 60_000,
  })
  await win.button('Show them').click()
  await expect(win.found()).toHaveText(`${starterPatterns.length} patterns`)
})

test('an import can be undone from its last page', async ({ win, page }) => {
  await win.button('Put in the starter designs').click()
  await expect(page.getByText(`${starterPatterns.length} patterns are in your library`)).toBeVisible({
    timeout: 60_000,
  })
  await win.button('Undo this import').click()
  await expect(page.getByText('This import was undone.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  await expect(page.getByText('Your patterns will hang here.')).toBeVisible()
})

test('text size and look are remembered', async ({ win, page }) => {
  await win.setLook({ look: 'dark', text: 150 })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
  await page.keyboard.press('Control+0')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('18px')
})

test('when the core goes away the window says so plainly', async ({ win, page, bobbin }) => {
  await expect(win.button('Put in the starter designs')).toBeVisible()
  await bobbin.stopServer()
  // What she did in that very moment is told to have failed in the same words.
  await expect(
    page.locator('#middle').getByText('Bobbin lost touch with your library. Your patterns are safe on this computer.'),
  ).toBeVisible()
})

test.describe('with patterns', () => {
  test.use({ seeded: 60 })

  test('undo and redo say what they would do and what they did, by keys and by their buttons', async ({
    win,
    page,
  }) => {
    await expect(win.card(0)).toBeVisible()
    await expect(win.button('Undo')).toBeDisabled()
    await win.wall.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Delete')
    await expect(win.button('Undo moving 2 patterns to the trash')).toBeEnabled()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Undone: moving 2 patterns to the trash.')).toBeVisible()
    await expect(win.found()).toHaveText('60 patterns')
    await page.keyboard.press('Control+y')
    await expect(page.getByText('Done again: moving 2 patterns to the trash.')).toBeVisible()
    await page.reload()
    await win.button('Undo moving 2 patterns to the trash').click()
    await expect(win.found()).toHaveText('60 patterns')
  })

  test('in a text field undo belongs to the text', async ({ win, page }) => {
    await expect(win.card(0)).toBeVisible()
    await win.wall.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await expect(win.button('Undo moving 1 pattern to the trash')).toBeEnabled()
    await win.search.fill('rose')
    await page.keyboard.press('Control+z')
    await expect(win.search).toHaveValue('')
    await expect(win.button('Undo moving 1 pattern to the trash')).toBeEnabled()
  })

  test('F6 goes from pane to pane and comes back to where she was in each', async ({ win, page }) => {
    await win.card(0).click()
    const inPane = (selector: string) =>
      expect.poll(() => page.evaluate(one => document.activeElement?.closest(one) !== null, selector)).toBe(true)
    await expect(win.pane.getByRole('button', { name: 'Rename' })).toBeVisible()
    await win.wall.focus()
    for (const selector of ['.frame > aside', '.side', '.top', '.middle']) {
      await page.keyboard.press('F6')
      await inPane(selector)
    }
    await expect(win.wall).toBeFocused()
    await page.keyboard.press('Shift+F6')
    await inPane('.top')
  })

  test('a message waits until it is closed, is reached with F6 and closed with Escape', async ({ win, page }) => {
    await win.card(0).click()
    await win.wall.focus()
    await page.keyboard.press('Delete')
    const message = page.locator('.toast')
    await expect(message).toHaveText(/^Moved 1 pattern to the trash/)
    // Back from the wall: the last pane is the messages.
    for (const pane of ['.top', '.side', '.toasts']) {
      await page.keyboard.press('Shift+F6')
      await expect(page.locator(`${pane} :focus`)).toHaveCount(1)
    }
    await expect(win.toastButton('Undo')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(message).toHaveCount(0)
  })

  test('the first Tab offers the way past the places', async ({ win, page }) => {
    await expect(win.card(0)).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Go to the patterns' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#middle')).toBeFocused()
  })

  test('after an update she is told once, quietly, and the news are one press away', async ({ win, page, bobbin }) => {
    await expect(win.card(0)).toBeVisible()
    await bobbin.library.handlers['settings.set'](
      { key: 'window.seen-version', value: '0.0.9' },
      { signal: AbortSignal.timeout(5_000), progress() {} },
    )
    await page.reload()
    await win.button('What is new').click()
    await expect(page.getByRole('tabpanel', { name: 'About Bobbin' })).toContainText('New in 0.1')
    await page.reload()
    await expect(win.card(0)).toBeVisible()
    await expect(win.button('What is new')).toHaveCount(0)
  })
})

test('a library saved to a folder opens again with one press on the first page', async ({ win, page, bobbin }) => {
  const call = { signal: AbortSignal.timeout(60_000), progress() {} }
  const { handlers } = bobbin.library
  await win.button('Put in the starter designs').click()
  await expect(page.getByText(`${starterPatterns.length} patterns are in your library`)).toBeVisible({
    timeout: 60_000,
  })
  const { patterns } = await handlers['patterns.list'](
    { query: 'Feathered Wreath', filter: {}, sort: 'best', offset: 0, limit: 1 },
    call,
  )
  const ids = [patterns[0]!.id]
  await handlers['patterns.edit']({ ids, set: { name: 'Grandmother’s Wreath', notes: 'For Anna.' } }, call)
  await handlers['patterns.tag']({ ids, add: ['heirloom'], remove: [] }, call)
  const { dir } = await handlers['saving.all']({ to: bobbin.home }, call)

  const other = await startBobbin()
  try {
    await page.goto(other.url)
    const chooser = page.waitForEvent('filechooser')
    await win.button('Open my saved library').click()
    await (await chooser).setFiles(dir)
    await win.button(`Add ${starterPatterns.length} patterns`).click({ timeout: 60_000 })
    await expect(page.getByText(/in your library$/)).toBeVisible({ timeout: 60_000 })
    await win.button('Show them').click()
    await win.search.fill('heirloom')
    await expect(win.card(0)).toContainText('Grandmother’s Wreath')
    await win.card(0).click()
    await expect(win.pane).toContainText('Grandmother’s Wreath')
    // The welcome is over for ever.
    await page.reload()
    await expect(win.button('Open my saved library')).toHaveCount(0)
  } finally {
    await other.close()
  }
})
