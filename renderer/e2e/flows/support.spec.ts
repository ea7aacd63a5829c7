/** Asking for help: everything is read before it leaves, and where nothing can be sent it can be kept. */
import { readFile } from 'node:fs/promises'
import { decodeFrame, encodeFrame } from '#shared/rpc/codec.ts'
import { expect, test } from '../test.ts'

test.use({ seeded: 40 })

test('by keyboard: the whole report is read, a line is taken out, and what is saved is what she left', async ({
  win,
  page,
}) => {
  await expect(win.card(0)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('send to support')
  await expect(page.getByRole('menuitem', { name: 'Send to support' })).toBeVisible()
  await page.keyboard.press('Enter')
  const report = page.getByRole('textbox', { name: 'The whole report' })
  await expect(report).toHaveValue(/40 patterns/)
  await expect(page.getByText('Nothing has left your computer yet.')).toBeVisible()
  await report.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Delete')
  await expect(report).not.toHaveValue(/Bobbin: a report/)

  const saving = page.waitForEvent('download')
  await win.button('Save it to a file').press('Enter')
  const saved = await (await saving).path()
  const text = await readFile(saved, 'utf8')
  expect(text).toContain('40 patterns')
  expect(text).not.toContain('Bobbin: a report')
  await expect(page.getByText('The report was saved as a text file.')).toBeVisible()
})

test('by mouse: it is found under About, holds no names, and says plainly that there is no address', async ({
  win,
  page,
  bobbin,
}) => {
  await win.button('Settings').click()
  await page.getByRole('tab', { name: 'About Bobbin' }).click()
  await win.button('Send to support').click()
  const report = page.getByRole('textbox', { name: 'The whole report' })
  await expect(report).toHaveValue(/The last lines of the log/)
  const text = await report.inputValue()
  expect(text).not.toContain(bobbin.home)
  await expect(page.getByText('This Bobbin knows no address to send it to.')).toBeVisible()
  await expect(win.button('Send it now')).toHaveCount(0)
  await win.button('Copy it').click()
  await expect(page.getByText('The report was copied.')).toBeVisible()
})

test('a window that cannot open its library still has the report', async ({ page, bobbin }) => {
  await page.routeWebSocket('**/rpc', socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const frame = decodeFrame(Uint8Array.from(Buffer.from(message)).buffer) as { id: number; method?: string }
      if (frame.method !== 'settings.get') return server.send(message)
      const error = { kind: 'error', id: frame.id, code: 'library-damaged', message: 'It is damaged.', detail: {} }
      socket.send(Buffer.from(encodeFrame(error)))
    })
  })
  await page.goto(bobbin.url)
  await page.getByRole('button', { name: 'Send to support' }).click()
  await expect(page.getByRole('textbox', { name: 'The whole report' })).toHaveValue(/The last lines of the log/)
})
