/** Help beside the thing, and pages that print. */
import { foundByAxe } from '#e2e/visual/clean.ts'
import { STORY_IDS } from '#renderer/features/help/stories.ts'
import { howTo } from '#renderer/i18n/en/help.ts'
import { expect, test } from '../test.ts'

/** Pages of a PDF, counted in its page tree. */
const pagesOf = (pdf: Buffer) => Number(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/s.exec(pdf.toString('latin1'))?.[1] ?? 0)

test.describe('with patterns', () => {
  test.use({ seeded: 60 })

  test('F1 explains this page, and the next page when she goes there', async ({ win, page }) => {
    await win.setLook({ look: 'light', text: 150 })
    await page.keyboard.press('F1')
    const panel = page.getByRole('complementary', { name: 'Help with this page' })
    await expect(panel).toBeFocused()
    await expect(panel).toContainText('All your patterns hang here.')
    expect(await foundByAxe(page)).toEqual([])
    // It is no wall in front of the page: she goes on beside it.
    await win.place('Trash').click()
    await expect(panel).toContainText('waits here for 30 days')
    await panel.focus()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(win.button('Help')).toBeFocused()
  })

  test('in a sheet F1 explains the sheet', async ({ win, page }) => {
    await expect(win.card(0)).toBeVisible()
    await page.keyboard.press('Control+,')
    const sheet = page.getByRole('dialog', { name: 'Settings' })
    await expect(sheet).toBeVisible()
    await page.keyboard.press('F1')
    await expect(sheet).toContainText('Nothing here can harm your patterns.')
    await expect(page.getByRole('complementary', { name: 'Help with this page' })).toHaveCount(0)
  })
})

test('every story fits on one page of Letter and of A4', async ({ win, page }) => {
  await expect(win.button('Put in the starter designs')).toBeVisible()
  await win.button('Help').click()
  await win.button('Show me step by step').click()
  for (const id of STORY_IDS) {
    await win.button('All pages').click()
    await page.getByRole('dialog').getByRole('button', { name: howTo[id].title }).click()
    await expect(page.getByRole('heading', { name: howTo[id].title }).first()).toBeVisible()
    for (const format of ['Letter', 'A4'] as const) {
      expect(pagesOf(await page.pdf({ format })), `${id} on ${format}`).toBe(1)
    }
  }
  expect(await foundByAxe(page)).toEqual([])
})
