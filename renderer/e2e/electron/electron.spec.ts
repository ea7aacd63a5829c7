/** The window in Electron itself. Runs only where Electron's program is; the same rules hold by fakes in electron/main. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..', '..')

/** Never by asking the package: that starts a download by itself. */
function electronProgram(): string | null {
  const pointer = join(root, 'node_modules', 'electron', 'path.txt')
  if (!existsSync(pointer)) return null
  const program = join(root, 'node_modules', 'electron', 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(program) ? program : null
}

function whyNot(): string | null {
  if (electronProgram() === null) return "Electron's program is not on this computer"
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  return null
}

const reason = whyNot()
test.skip(reason !== null, `Not tried in Electron: ${reason}.`)

let dir: string
let app: ElectronApplication
let page: Page

test.beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-electron-'))
  app = await launch()
  page = await app.firstWindow()
  await page.getByText('Bobbin').first().waitFor()
})

test.afterEach(async () => {
  await app.close()
  rmSync(dir, { recursive: true, force: true })
})

function launch(...files: string[]): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronProgram() ?? '',
    args: [root, `--user-data-dir=${join(dir, 'user')}`, '--library', join(dir, 'library'), ...files],
  })
}

test('the window opens on its own page and speaks to its library', async () => {
  expect(page.url()).toBe('bobbin://app/index.html')
  await expect.poll(() => existsSync(join(dir, 'library', 'bobbin.db'))).toBe(true)
})

test('the page has no Node, no way to the internet and no second window', async () => {
  const found = await page.evaluate(async () => ({
    node: ['require', 'process', 'module', 'Buffer'].filter(name => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { bobbin: object }).bobbin).sort(),
    fetched: await fetch('https://example.com').then(
      () => true,
      () => false,
    ),
    opened: window.open('https://example.com') !== null,
    file: await fetch('bobbin://app/../../package.json').then(answer => answer.status),
  }))
  expect(found).toEqual({ node: [], bridge: ['connect', 'pathOf'], fetched: false, opened: false, file: 404 })
})

test('the page cannot be led elsewhere', async () => {
  await page.evaluate(() => {
    location.href = 'https://example.com'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe('bobbin://app/index.html')
})

test('a library process that dies is started once more and the window goes on', async () => {
  await app.evaluate(({ app: main }) => {
    const library = main.getAppMetrics().find(metric => metric.name === 'Bobbin library')
    if (library) process.kill(library.pid)
  })
  await expect
    .poll(() => app.evaluate(({ app: main }) => main.getAppMetrics().some(metric => metric.name === 'Bobbin library')))
    .toBe(true)
  await page.locator('#search').fill('rose')
  await expect(page.locator('#search')).toHaveValue('rose')
})

test('a second start brings the first window forward and ends', async () => {
  const second = await launch()
  await second.waitForEvent('close')
  expect(app.windows()).toHaveLength(1)
})

test('the system menu has the words of the window, and does what the window does', async () => {
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label) ?? [])
  await expect.poll(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'Pattern', 'View', 'Go', 'Help']))
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go-trash')?.click())
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible()
})

test('keys are done once, not by the window and by the menu as well', async () => {
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const before = Number.parseFloat(await size())
  await page.keyboard.press('ControlOrMeta+Equal')
  await expect.poll(async () => Number.parseFloat(await size())).toBeGreaterThan(before)
  await page.keyboard.press('ControlOrMeta+Minus')
  await expect.poll(async () => Number.parseFloat(await size())).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())).toBe(
    1,
  )
})

test('the window comes back where it was', async () => {
  const bounds = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1000, 700))
  const before = await bounds()
  await app.close()
  app = await launch()
  page = await app.firstWindow()
  expect(await bounds()).toEqual(before)
})

test('a pattern file given to a second start is looked at in the first window', async () => {
  const file = join(dir, 'Rose.qli')
  writeFileSync(file, 'NEWPATTERN\n')
  const second = await launch(file)
  await second.waitForEvent('close')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('the report for support tells of Electron and of no folder', async () => {
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('searchbox', { name: 'Find anything' }).fill('send to support')
  await page.getByRole('menuitem', { name: 'Send to support' }).click()
  const report = page.getByRole('textbox', { name: 'The whole report' })
  await expect(report).toHaveValue(/Electron \d/)
  expect(await report.inputValue()).not.toContain(dir)
})

test('the library closes its database when the window closes', async () => {
  await expect.poll(() => existsSync(join(dir, 'library', 'bobbin.db'))).toBe(true)
  await app.close()
  expect(existsSync(join(dir, 'library', 'bobbin.db-wal'))).toBe(false)
  app = await launch()
})
