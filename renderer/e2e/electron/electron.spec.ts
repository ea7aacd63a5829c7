/** The window in Electron itself. Runs only where Electron's program is; the same rules hold by fakes in electron/main. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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

function launch(): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronProgram() ?? '',
    args: [root, `--user-data-dir=${join(dir, 'user')}`, '--library', join(dir, 'library')],
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
  await page.getByRole('searchbox').fill('rose')
  await expect(page.getByRole('searchbox')).toHaveValue('rose')
})

test('a second start brings the first window forward and ends', async () => {
  const second = await launch()
  await second.waitForEvent('close')
  expect(app.windows()).toHaveLength(1)
})
