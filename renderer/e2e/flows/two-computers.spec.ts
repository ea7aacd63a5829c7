/** One quilter, several computers: what she does on one is on the other, nothing she typed is lost, and a new one has everything. */
import { ask } from '../ask.ts'
import { chipOf, type Computer, expect, signIn, test } from '../computers.ts'
import { inspectorPane } from '../pages/inspector.ts'
import { shopFolder } from '../shop-folder.ts'

const backedUp = /^Backed up/

/** Whether something is drawn where the first pictures of the wall are. */
function isDrawn({ win }: Computer): Promise<boolean> {
  return win.wall
    .locator('canvas')
    .first()
    .evaluate(canvas => {
      if (!(canvas instanceof HTMLCanvasElement)) return false
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return data.some(value => value !== 0)
    })
}

/** A computer with a shop's patterns in it, backed up. */
async function backedUpWith(patterns: number, one: Computer, cloud: Parameters<typeof signIn>[1], email: string) {
  const shop = await shopFolder(patterns)
  await one.win.bringInFolder(shop.path)
  await shop.remove()
  await signIn(one, cloud, email)
  await expect(chipOf(one.page)).toHaveText(backedUp)
  await one.win.place('Patterns').click()
}

test('a code shown on one computer signs in the other; all patterns come, and a new name is seen there', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await computer('Studio')
  await backedUpWith(3, studio, cloud, email)
  await studio.win.place('Settings').click()
  await studio.page.getByRole('tab', { name: 'Backing up' }).click()
  await studio.page.getByRole('button', { name: 'Sign in another computer' }).click()
  const code = await studio.page.locator('.pairing-code').textContent()
  await studio.page.keyboard.press('Escape')

  const laptop = await computer('Laptop')
  await chipOf(laptop.page).click()
  await laptop.page.getByRole('button', { name: 'Sign in to back up' }).click()
  await laptop.page.getByRole('button', { name: 'I have a code from my other computer' }).click()
  await laptop.page.getByRole('textbox', { name: 'The code it shows' }).fill(code ?? '')
  await laptop.page.keyboard.press('Enter')
  await laptop.page.getByRole('button', { name: 'Back to my patterns' }).click()
  await expect(laptop.win.found()).toHaveText('4 patterns')
  await expect.poll(() => isDrawn(laptop)).toBe(true)

  const pane = inspectorPane(laptop.win)
  await laptop.win.card(0).click()
  await expect(pane.name).not.toHaveText('')
  await laptop.page.keyboard.press('F2')
  await expect(pane.nameField).toBeFocused()
  await laptop.page.keyboard.type('Plume for Anna')
  await laptop.page.keyboard.press('Enter')
  await expect(laptop.win.wall.getByText('Plume for Anna')).toBeVisible()
  await expect(studio.win.wall.getByText('Plume for Anna')).toBeVisible()
})

test('both computers are offline, both change one name and one note; both come back, and nothing is lost', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await computer('Studio')
  await backedUpWith(1, studio, cloud, email)
  const laptop = await computer('Laptop')
  await signIn(laptop, cloud, email)
  await expect(laptop.win.found()).toHaveText('2 patterns')
  await expect(chipOf(laptop.page)).toHaveText(backedUp)

  const { patterns } = await ask(studio.bobbin, 'patterns.list', {
    query: '',
    filter: {},
    sort: 'name',
    offset: 0,
    limit: 2,
  })
  const id = patterns[1]!.id
  for (const { line } of [studio, laptop]) line.cut()
  await ask(studio.bobbin, 'patterns.edit', { ids: [id], set: { name: 'Plume', notes: 'Ten inches.' } })
  await ask(laptop.bobbin, 'patterns.edit', { ids: [id], set: { name: 'Feather', notes: 'For Anna.' } })
  for (const { page } of [studio, laptop]) await expect(chipOf(page)).toHaveText(/^Offline\. 1 waiting\./)
  for (const { line } of [studio, laptop]) line.mend()
  // What the button “Back up now” does; without it the next look may be a minute away.
  await Promise.all([studio, laptop].map(({ bobbin }) => ask(bobbin, 'sync.now', {})))

  await expect(chipOf(studio.page)).toHaveText(/^Backed up .*2 things to look at/, { timeout: 60_000 })
  await chipOf(studio.page).click()
  const page = studio.page.getByRole('dialog', { name: 'What happened today' })
  const name = page.getByRole('article', { name: /You changed the name of .* on two computers\. We kept both\./ })
  await expect(name).toContainText('Plume')
  await expect(name).toContainText('Feather')
  const other = (await name.locator('dd').first().textContent()) ?? ''
  await name.getByRole('button', { name: /^Use this one instead/ }).click()
  await expect(name).toHaveCount(0)
  const notes = page.getByRole('article', { name: /You changed the notes/ })
  await notes.getByRole('button', { name: /^Put both together/ }).click()
  await expect(notes).toHaveCount(0)
  await expect(page.getByText('Everything is backed up')).toBeVisible()
  await expect(laptop.win.wall.getByText(other, { exact: true })).toBeVisible()
  await expect
    .poll(async () => (await ask(laptop.bobbin, 'patterns.get', { id })).notes)
    .toMatch(/^(For Anna\.\n\nTen inches\.|Ten inches\.\n\nFor Anna\.)$/)

  // What the other computer said stays in the pattern's history.
  await studio.page.keyboard.press('Escape')
  await expect(page).toHaveCount(0)
  await studio.win.wall.getByText(other, { exact: true }).click()
  await studio.win.pane.getByRole('button', { name: /^History/ }).click()
  await expect(studio.win.pane.getByText('From your other computers')).toBeVisible()
  await expect(studio.win.pane.getByText('Name: “Feather”', { exact: true })).toBeVisible()
})

test('the computer is thrown away; a new one has everything back as it hung, and the pictures are drawn', async ({
  cloud,
  email,
  computer,
}) => {
  const old = await computer('Old laptop')
  await backedUpWith(5, old, cloud, email)
  const asItHung = await old.win.wall.getByRole('gridcell').allTextContents()
  await old.throwAway()

  const fresh = await computer('New laptop')
  await fresh.page.getByRole('button', { name: 'Get my patterns back' }).click()
  await fresh.page.getByRole('textbox', { name: 'Your e-mail address' }).fill(email)
  await fresh.page.keyboard.press('Enter')
  await fresh.page.getByRole('textbox', { name: 'The code from the mail' }).fill(await cloud.codeFor(email))
  await fresh.page.keyboard.press('Enter')
  await fresh.page.getByRole('button', { name: 'Back to my patterns' }).click()
  await expect(fresh.win.found()).toHaveText('6 patterns')
  await expect(chipOf(fresh.page)).toHaveText(/^Backed up .*Everything is safe/)
  await expect.poll(() => isDrawn(fresh)).toBe(true)
  expect(asItHung).toHaveLength(6)
  await expect(fresh.win.wall.getByRole('gridcell')).toHaveText(asItHung)
})
