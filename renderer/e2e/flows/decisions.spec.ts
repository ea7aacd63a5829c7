/** What waits for her word: a record that was set aside, a mass that was thrown away, a library that is put back to a day. */
import type { FormatId } from '#shared/formats/types.ts'
import { foundByAxe } from '#e2e/visual/clean.ts'
import { ask } from '../ask.ts'
import type { PassingCloud } from '../cloud.ts'
import { chipOf, type Computer, expect, signIn, test } from '../computers.ts'
import { designFolder } from '../design-folder.ts'

const backedUp = /^Backed up/
const EVERYTHING = { query: '', filter: {}, sort: 'name', offset: 0 } as const

/** A computer with so many patterns, `Plume 001` and so on, all backed up. */
async function studioWith(
  patterns: number,
  computer: (name: string) => Promise<Computer>,
  cloud: Parameters<typeof signIn>[1],
  email: string,
): Promise<Computer> {
  const studio = await computer('Studio')
  await bringIn(studio, patterns)
  await signIn(studio, cloud, email)
  await expect(chipOf(studio.page)).toHaveText(backedUp)
  return studio
}

async function bringIn({ bobbin }: Computer, patterns: number, format: FormatId = 'qli'): Promise<void> {
  const folder = await designFolder(patterns, [format])
  const { id } = await ask(bobbin, 'imports.look', { paths: [folder.path] })
  await ask(bobbin, 'imports.add', { id })
  await folder.remove()
}

/** Another one of hers, which has everything. */
async function laptopWith(
  patterns: number,
  computer: (name: string) => Promise<Computer>,
  cloud: Parameters<typeof signIn>[1],
  email: string,
): Promise<Computer> {
  const laptop = await computer('Laptop')
  await signIn(laptop, cloud, email)
  await expect(laptop.win.found()).toHaveText(`${patterns} patterns`)
  await expect(chipOf(laptop.page)).toHaveText(backedUp)
  return laptop
}

async function idsOf({ bobbin }: Computer, limit: number): Promise<string[]> {
  return (await ask(bobbin, 'patterns.list', { ...EVERYTHING, limit })).patterns.map(({ id }) => id)
}

/** So many days in which no computer of hers is on. */
async function daysGoBy(days: number, cloud: PassingCloud, computers: readonly Computer[]): Promise<void> {
  // A day that passes in a moment would end a sign-in between asking for it and using it.
  for (const { line } of computers) line.cut()
  await cloud.passDays(days)
  for (const { page, line } of computers) {
    await page.clock.setSystemTime(cloud.now())
    line.mend()
  }
  await Promise.all(computers.map(({ bobbin }) => ask(bobbin, 'sync.now', {})))
}

test('a pattern that went for good while the laptop was away with changes of its own: “Keep it” brings it back everywhere', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await studioWith(3, computer, cloud, email)
  const laptop = await laptopWith(3, computer, cloud, email)
  const [id = ''] = await idsOf(studio, 1)
  laptop.line.cut()
  await ask(laptop.bobbin, 'patterns.edit', { ids: [id], set: { name: 'Plume for Anna', notes: 'Ten inches.' } })
  await ask(studio.bobbin, 'trash.put', { ids: [id] })
  await expect(studio.win.found()).toHaveText('2 patterns')
  await expect(chipOf(studio.page)).toHaveText(backedUp)
  await daysGoBy(31, cloud, [studio, laptop])
  await expect(chipOf(laptop.page)).toHaveText(/1 thing to look at/)
  await chipOf(laptop.page).click()
  const page = laptop.page.getByRole('dialog', { name: 'What happened today' })
  const aside = page.getByRole('article', { name: '“Plume for Anna” was deleted for good on another computer' })
  await expect(aside).toContainText('You changed it here meanwhile, so Bobbin kept it for you.')
  await expect(
    page.getByText('“Plume for Anna” was deleted for good on another computer, and changed here.'),
  ).toBeVisible()
  expect(await foundByAxe(laptop.page)).toEqual([])
  await aside.getByRole('button', { name: /^Keep it/ }).click()
  await expect(laptop.page.getByText('“Plume for Anna” is kept.')).toBeVisible()
  await expect(aside).toHaveCount(0)
  await laptop.page.keyboard.press('Escape')
  await expect(laptop.page.getByRole('dialog')).toHaveCount(0)
  await expect(laptop.win.wall.getByText('Plume for Anna')).toBeVisible()
  await ask(studio.bobbin, 'sync.now', {})
  await expect(studio.win.wall.getByText('Plume for Anna')).toBeVisible()
  await expect(studio.win.found()).toHaveText('3 patterns')
})

test('she did mean to throw them away: “Let them go”, and they lie in the trash on both computers', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await studioWith(30, computer, cloud, email)
  const laptop = await laptopWith(30, computer, cloud, email)
  await ask(laptop.bobbin, 'trash.put', { ids: await idsOf(laptop, 25) })
  const { page } = studio
  const banner = page.getByRole('alert')
  await expect(banner).toContainText('25 patterns were thrown away on Laptop. You still have them here.')
  await banner.getByRole('button', { name: 'Look at them' }).click()
  const brake = page.getByRole('article', { name: '25 patterns were thrown away on Laptop' })
  await expect(brake.getByText('They go to the trash and wait there for 30 days.')).toBeVisible()
  await expect(
    page.getByText('25 patterns were thrown away on Laptop. Bobbin kept them here until you say.'),
  ).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await brake.getByRole('button', { name: 'Let them go' }).click()
  await expect(page.getByText('25 patterns are in the trash.')).toBeVisible()
  await expect(brake).toHaveCount(0)
  // The button she pressed is gone; the keys still work.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(banner).toHaveCount(0)
  await expect(studio.win.found()).toHaveText('5 patterns')
  await studio.win.place(/^Trash/).click()
  await expect(studio.win.found()).toHaveText('25 patterns')
  await expect(laptop.win.found()).toHaveText('5 patterns')
})

test('a slip of the hand threw most of the library away: “Bring them back”, with their pictures, on both computers', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await studioWith(30, computer, cloud, email)
  const laptop = await laptopWith(30, computer, cloud, email)
  await ask(laptop.bobbin, 'trash.put', { ids: await idsOf(laptop, 25) })
  const { page } = studio
  const banner = page.getByRole('alert')
  await expect(banner).toContainText('25 patterns were thrown away on Laptop. You still have them here.')
  await expect(studio.win.found()).toHaveText('30 patterns')
  await banner.getByRole('button', { name: 'Look at them' }).click()
  const brake = page.getByRole('article', { name: '25 patterns were thrown away on Laptop' })
  await expect(brake.getByRole('listitem')).toHaveCount(24)
  await brake.getByRole('button', { name: 'Bring them back' }).click()
  await expect(page.getByText('25 patterns are back.')).toBeVisible()
  await expect(brake).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(laptop.win.found()).toHaveText('30 patterns')
})

test('the library is put back to yesterday through its page, on both computers, and that is taken back again', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await studioWith(2, computer, cloud, email)
  const laptop = await laptopWith(2, computer, cloud, email)
  const yesterday = cloud.now()
  await daysGoBy(1, cloud, [studio, laptop])
  // Today everything goes wrong, and more than a few things are brought in.
  const [first = '', second = ''] = await idsOf(studio, 2)
  await ask(studio.bobbin, 'patterns.edit', { ids: [first], set: { name: 'Named by mistake' } })
  await ask(studio.bobbin, 'trash.put', { ids: [second] })
  await bringIn(studio, 32, 'dxf')
  await ask(studio.bobbin, 'sync.now', {})
  await expect(laptop.win.found()).toHaveText('33 patterns')

  const { page } = studio
  await studio.win.place('Settings').click()
  await page.getByRole('tab', { name: 'Backing up' }).click()
  await page.getByRole('button', { name: 'Choose a day' }).click()
  const day = await page.evaluate(at => new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(at), yesterday)
  if ((await page.getByRole('button', { name: new RegExp(day) }).count()) === 0)
    await page.getByRole('button', { name: /^Previous/ }).click()
  await page.getByRole('button', { name: new RegExp(day) }).click()
  await expect(
    page.getByText('Nothing is lost. What you did since then is kept, and you can take this back at once.'),
  ).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: /^Put it back to/ }).click()
  await expect(page.getByText(/^Your library is as it was on .* entr(y|ies) changed\.$/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  for (const { win } of [studio, laptop]) {
    await expect(win.found()).toHaveText('2 patterns')
    await expect(win.wall.getByText('Plume 001')).toBeVisible()
    await expect(win.wall.getByText('Plume 002')).toBeVisible()
  }
  // What she asked for herself is no slip of another computer.
  for (const one of [studio, laptop]) await expect(one.page.getByRole('alert')).toHaveCount(0)
  await chipOf(laptop.page).click()
  await expect(laptop.page.getByText(/^Your library was put back to an earlier day/)).toBeVisible()
  await laptop.page.keyboard.press('Escape')

  // She looked around, and it was not that.
  await studio.win.place('Settings').click()
  await page.getByRole('tab', { name: 'Backing up' }).click()
  await page.getByRole('button', { name: 'Take this back' }).click()
  await expect(page.getByText('Your library is as it was before.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  for (const { win } of [studio, laptop]) {
    await expect(win.found()).toHaveText('33 patterns')
    await win.search.fill('Named by mistake')
    await expect(win.wall.getByText('Named by mistake')).toBeVisible()
  }
})
