import { inspectorPane } from '#e2e/pages/inspector.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** What is known of one pattern and of several: everything open, a name refused, in the trash. */
export const inspector: Walk = {
  name: 'inspector',
  seeded: 60,
  async go({ win, page, isLarge, shot }) {
    const pane = inspectorPane(win)
    const toPane = async () => {
      if (isLarge) await page.keyboard.press('Enter')
      await expect(pane.name).toBeVisible()
    }
    const toWall = async () => {
      if (isLarge) await win.button('Back to the patterns').click()
      await win.wall.focus()
    }
    await win.card(0).click()
    await toPane()
    for (const tag of ['Feathers', 'For Anna’s quilt']) {
      await pane.addTag.click()
      await pane.addTag.fill(tag)
      await page.keyboard.press('Enter')
      await expect(pane.chip(tag)).toBeVisible()
    }
    await win.toastButton('Close').click()
    for (const part of ['Collections', 'Stitching', 'Files', 'Used', 'History']) await pane.open(part)
    await pane.notes.fill('Ten inches, twice.\nMind the corner.')
    await expect(win.button('Save the notes')).toBeVisible()
    await shot('unsaved-notes')
    await win.button('Save the notes').click()
    await expect(win.button('Save the notes')).toHaveCount(0)
    await win.toastButton('Close').click()
    // The last entry comes a moment after it was made.
    await expect(pane.goBackTo(/./).first()).toBeAttached()
    await page.waitForTimeout(500)
    await win.pane.locator('.inspector-scroll').evaluate(element => element.scrollTo(0, element.scrollHeight))
    await shot('history')
    await win.pane.locator('.inspector-scroll').evaluate(element => element.scrollTo(0, 0))
    await win.pane.getByRole('button', { name: 'Rename' }).click()
    await pane.nameField.fill('')
    await page.keyboard.press('Enter')
    await shot('no-name')
    await page.keyboard.press('Escape')
    await toWall()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('t')
    await expect(pane.addTag).toBeFocused()
    await shot('several')
    await page.keyboard.press('Escape')
    await win.pane.getByRole('button', { name: 'To the trash' }).click()
    await expect(page.getByText(/^Moved/).first()).toBeVisible()
    await win.toastButton('Close').click()
    if (isLarge && (await win.button('Back to the patterns').isVisible())) await toWall()
    await win.place(/^Trash/).click()
    await win.card(0).click()
    await win.wall.focus()
    await toPane()
    await shot('in-trash')
  },
}
