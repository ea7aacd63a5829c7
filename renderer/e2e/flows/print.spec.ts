/** The contact sheet: on the screen as on paper, and from the printer page by page. */
import type { Page } from '@playwright/test'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

test.use({ seeded: 900 })

/** Pages of a PDF, and how large the first is in points. */
async function paper(page: Page): Promise<{ pages: number; size: string }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return {
    pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0,
    size: pdf.match(/\/MediaBox \[([^\]]*)\]/)?.[1] ?? '',
  }
}

test.beforeEach(async ({ page }) => {
  // The computer's own print window would wait for a person.
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(Number(document.documentElement.dataset['printed'] ?? 0) + 1)
    }
  })
})

test('everything found, by keyboard at 150 %: told how many pages, and as many come out', async ({ win, page }) => {
  await win.setLook({ look: 'light', text: 150 })
  await win.wall.focus()
  await page.keyboard.press('Control+p')
  await expect(page.getByText('900 patterns, 45 pages')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Page 1 of 45, as it will be printed' })).toBeVisible()
  await expectClean(page)
  await win.button('More and smaller pictures').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const print = win.button(/^Print \d+ pages$/)
  const promised = Number((await print.textContent())!.match(/\d+/)![0])
  expect(promised).toBeLessThan(45)
  await win.button('Next page').press('Enter')
  await expect(page.getByRole('img', { name: `Page 2 of ${promised}, as it will be printed` })).toBeVisible()
  await print.press('Enter')
  await expect(win.button('Print again')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-printed', '1')
  expect(await paper(page)).toEqual({ pages: promised, size: '0 0 612 792' })
  await win.button('Done').press('Enter')
  await expect(page.locator('.printed')).toHaveCount(0)
})

test('the chosen ones, by mouse, on A4 sideways; no picture is cut and the choice is remembered', async ({
  win,
  page,
}) => {
  await win.setLook({ look: 'dark', text: 112 })
  await win.card(0).click()
  await win.card(9).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+p')
  await expect(page.getByText('10 patterns, 1 page')).toBeVisible()
  await win.button(/Letter/).click()
  await page.getByRole('option', { name: /^A4/ }).click()
  await page.getByText('Sideways').click()
  await page.getByText('Formats of its files').click()
  await win.button('Fewer and larger pictures').click()
  await page.getByLabel('Title on every page').fill('For the sewing room')
  await expectClean(page)
  const promised = Number((await win.button(/^Print \d+ page/).textContent())!.match(/\d+/)![0])
  await win.button(/^Print \d+ page/).click()
  await expect(win.button('Print again')).toBeVisible()
  const { pages, size } = await paper(page)
  expect(pages).toBe(promised)
  expect(size.split(' ').map(part => Math.round(Number(part)))).toEqual([0, 0, 842, 595])

  await page.emulateMedia({ media: 'print' })
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('.printed .print-cell')].filter(cell => {
        const sheet = cell.closest('.print-page')!.getBoundingClientRect()
        const at = cell.getBoundingClientRect()
        return at.bottom > sheet.bottom || at.right > sheet.right || at.height === 0
      }).length,
  )
  expect(cut).toBe(0)
  await expect(page.locator('.printed .print-title').first()).toHaveText('For the sewing room')
  await expect(page.locator('.printed .print-cell path')).toHaveCount(10)
  await page.emulateMedia({ media: 'screen' })
  await win.button('Done').click()

  await page.reload()
  await expect(win.chosen).toHaveText('10 chosen')
  await page.keyboard.press('Control+p')
  await expect(win.button(/A4/)).toBeVisible()
  // Chosen before, chosen now; everything that hangs on the wall is one press away.
  await page.getByText('Everything found (900)').click()
  await expect(page.getByText(/^900 patterns, \d+ pages$/)).toBeVisible()
})
