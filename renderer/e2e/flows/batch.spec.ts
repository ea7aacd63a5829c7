/** Many patterns, many formats, several machines; a batch that is held, stopped, cut off, and finished all the same. */
import { readdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { type DesignFolder, designFolder } from '../design-folder.ts'
import { ask } from '../ask.ts'
import type { Bobbin } from '../harness.ts'
import { tabTo } from '../keyboard.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

const SENT = { timeout: 60_000 }

/** What lies on the stick, by how it ends. */
async function onStick({ stick }: Bobbin, ...endings: string[]): Promise<string[]> {
  const names = await readdir(stick.path, { recursive: true })
  return names.filter(name => endings.some(ending => name.endsWith(ending))).toSorted()
}

async function chooseAll(win: BobbinWindow): Promise<void> {
  await win.wall.focus()
  await win.page.keyboard.press('Control+a')
  await win.button(/^Send( to a machine)?$/).click()
}

async function changeMachine(page: Page, win: BobbinWindow, name: string): Promise<void> {
  await win.button('Change the machine').click()
  await win.button('Another machine').click()
  await findMachine(page, win, name)
}

async function findMachine(page: Page, win: BobbinWindow, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find your machine' }).fill(name)
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true })
  await win.button('Next').click()
}

/** Brings them in past the window, and asks for all of them on the stick for the Q-matic. */
async function sendAll(win: BobbinWindow, bobbin: Bobbin, { path }: DesignFolder): Promise<void> {
  const { id } = await ask(bobbin, 'imports.look', { paths: [path] })
  await ask(bobbin, 'imports.add', { id })
  await expect(win.card(0)).toBeVisible(SENT)
  bobbin.stick.plugged = true
  await chooseAll(win)
  await findMachine(win.page, win, 'Bernina Q-matic')
}

test.describe('ten patterns of mixed formats', () => {
  let designs: DesignFolder
  test.beforeAll(async () => {
    designs = await designFolder(10, ['qli', 'bqm', 'dxf', 'svg', 'qcc'])
  })
  test.afterAll(() => designs.remove())

  test('go on one stick for three machines, each in the format it takes', async ({ win, page, bobbin }) => {
    await win.bringInFolder(designs.path)
    await chooseAll(win)
    await win.chooseMachine('Gammill Statler, CreativeStudio')
    for (const [machine, ending] of [
      [null, '.qli'],
      ['Bernina Q-matic', '.bqm'],
      ['PC Quilter', '.txt'],
    ] as const) {
      bobbin.stick.plugged = true
      if (machine) {
        await chooseAll(win)
        await changeMachine(page, win, machine)
      }
      await win.button('Send 10 patterns').click()
      await expect(page.getByText('You can pull it out now')).toBeVisible(SENT)
      await win.button('Done').click()
      const made = (await onStick(bobbin, ending)).filter(name => !name.endsWith(' notes.txt'))
      expect([ending, made.length]).toEqual([ending, 10])
    }
    const [list] = (await onStick(bobbin, '.txt')).filter(name => !name.endsWith(' notes.txt'))
    const [notes] = await onStick(bobbin, ' notes.txt')
    expect(await readFile(`${bobbin.stick.path}/${list}`, 'latin1')).toMatch(/^(-?[\d.]+ -?[\d.]+\r\n)+$/)
    expect(await readFile(`${bobbin.stick.path}/${notes}`, 'utf8')).toMatch(/inches wide and .* \(.* mm by .* mm\)/)
  })
})

test.describe('three hundred patterns', () => {
  let designs: DesignFolder
  test.beforeAll(async () => {
    designs = await designFolder(300, ['qli'])
  })
  test.afterAll(() => designs.remove())

  test('are held, stopped after a while, gone on with, and told in a report', async ({ win, page, bobbin }) => {
    await sendAll(win, bobbin, designs)
    // What is worth knowing is a sentence for all of them, not three hundred.
    await expect(win.button('Send 300 patterns')).toBeEnabled(SENT)
    expect(await page.locator('.send-group').count()).toBeLessThan(4)
    await win.button('Send 300 patterns').click()
    await win.button('Pause').click()
    await expect(page.getByRole('status').getByText('Paused', { exact: true })).toBeVisible(SENT)
    await expect(page.getByRole('progressbar', { name: 'Written and read back' })).toBeVisible()
    await expectClean(page)
    const held = (await onStick(bobbin, '.bqm')).length
    expect(held).toBeLessThan(300)
    await page.waitForTimeout(300)
    expect(await onStick(bobbin, '.bqm')).toHaveLength(held)

    await win.button('Go on').click()
    await win.button('Stop').click()
    await expect(page.getByText('Stopped', { exact: true })).toBeVisible(SENT)
    await expect(page.getByText(/^You can pull it out now\. Go on here, or later/)).toBeVisible()
    const stopped = await onStick(bobbin, '.bqm')
    expect(stopped.length).toBeLessThan(300)
    await win.button('Done').click()

    // The line over the wall offers it, by the keyboard as well.
    const line = page.getByText(`Sending to the Bernina Q-matic was stopped after ${stopped.length} of 300.`)
    await expect(line).toBeVisible()
    await expectClean(page)
    bobbin.stick.plugged = true
    await tabTo(page, 'Go on')
    await page.keyboard.press('Enter')
    await expect(page.getByText('You can pull it out now')).toBeVisible(SENT)
    await expect(page.getByText(/300 patterns are on the stick STATLER/)).toBeVisible()
    expect(await onStick(bobbin, '.bqm')).toHaveLength(300)
    expect(await onStick(bobbin, '.part')).toEqual([])

    const download = page.waitForEvent('download')
    await win.button('Save the report').click()
    const report = await readFile(await (await download).path(), 'utf8')
    expect(report.split('\r\n').filter(row => row.endsWith('checked'))).toHaveLength(300)
    await win.button('Done').click()
    await expect(line).toHaveCount(0)
  })
})

test.describe('a batch whose stick is pulled out', () => {
  let designs: DesignFolder
  test.beforeAll(async () => {
    designs = await designFolder(80, ['qli'])
  })
  test.afterAll(() => designs.remove())

  test('half way, and whose window is opened anew, goes on when the stick is back', async ({ win, page, bobbin }) => {
    await sendAll(win, bobbin, designs)
    await expect(win.button('Send 80 patterns')).toBeEnabled(SENT)
    bobbin.stick.takeOutAfter(30, '.bqm')
    await win.button('Send 80 patterns').click()
    await expect(page.getByText('The stick was taken out')).toBeVisible(SENT)
    await page.reload()
    await win.button('The stick was taken out').click()
    await expect(page.getByText(/^\d+ of 80 are on it\. Put it back to finish\.$/)).toBeVisible()
    bobbin.stick.putBack()
    await expect(page.getByText('You can pull it out now')).toBeVisible(SENT)
    expect(await onStick(bobbin, '.bqm')).toHaveLength(80)
  })
})
