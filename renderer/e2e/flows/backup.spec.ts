/** Backing up: signing in by mouse and by keys, being told in words how it stands, and what happens when something goes wrong. */
import { foundByAxe } from '#e2e/visual/clean.ts'
import { ask } from '../ask.ts'
import { chipOf, expect, signIn, test } from '../computers.ts'
import { tabTo } from '../keyboard.ts'
import { shopFolder } from '../shop-folder.ts'

test('she signs in with the code from her mail, however she types it, and keeps working', async ({
  cloud,
  email,
  computer,
}) => {
  const { page, win } = await computer('Studio')
  const shop = await shopFolder(2)
  await win.bringInFolder(shop.path)
  await shop.remove()
  await expect(chipOf(page)).toHaveText(/^Only on this computer/)
  await chipOf(page).click()
  await page.getByRole('button', { name: 'Sign in to back up' }).click()
  const sheet = page.getByRole('dialog', { name: 'Back up your library' })
  await sheet.getByRole('textbox', { name: 'Your e-mail address' }).fill('anna')
  await sheet.getByRole('button', { name: 'Send me the code' }).click()
  await expect(sheet.getByText('It has an @ in the middle.')).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Your e-mail address' }).fill(` ${email} `)
  await sheet.getByRole('button', { name: 'Send me the code' }).click()
  const code = sheet.getByRole('textbox', { name: 'The code from the mail' })
  await code.fill('NNNN NNNN')
  await sheet.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(sheet.getByRole('alert')).toContainText('This code is not right, or it is too old.')
  await code.fill((await cloud.codeFor(email)).toLowerCase().replaceAll('-', '  '))
  await sheet.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(sheet.getByText('Your library is being backed up')).toBeVisible()
  await sheet.getByRole('button', { name: 'Back to my patterns' }).click()
  await expect(chipOf(page)).toHaveText(/^Backed up .*Everything is safe/)
  await chipOf(page).click()
  const today = page.getByRole('dialog', { name: 'What happened today' })
  await expect(today.getByText('Everything is backed up')).toBeVisible()
  await expect(today.getByText(/were backed up$/).first()).toBeVisible()
  await expect(today.getByText(`Backed up as ${email}. This computer is called Studio.`)).toBeVisible()
})

test('by keyboard alone with large letters: signing in, a pause, a new name for the computer, nothing for axe', async ({
  cloud,
  email,
  computer,
}) => {
  const { page, bobbin } = await computer('Studio')
  await page.setViewportSize({ width: 1280, height: 800 })
  await ask(bobbin, 'settings.set', { key: 'window.look', value: { look: 'light', text: 150, thread: 'indigo' } })
  await page.reload()
  await tabTo(page, chipOf(page))
  await page.keyboard.press('Enter')
  await tabTo(page, 'Sign in to back up')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your e-mail address' })).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'The code from the mail' })).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.type(await cloud.codeFor(email))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Back to my patterns' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chipOf(page)).toHaveText(/^Backed up/)
  await tabTo(page, chipOf(page))
  await page.keyboard.press('Enter')
  await tabTo(page, 'Pause')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Backing up is paused')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await tabTo(page, 'Turn on')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everything is backed up')).toBeVisible()
  await tabTo(page, 'Settings of backing up')
  await page.keyboard.press('Enter')
  const settings = page.getByRole('tabpanel', { name: 'Backing up' })
  await tabTo(page, 'Rename Studio')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Sewing room')
  await page.keyboard.press('Enter')
  await expect(settings.getByText('Sewing room')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('a computer that was signed out elsewhere says so once, keeps everything, and goes on after signing in', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await computer('Studio')
  await signIn(studio, cloud, email)
  await expect(chipOf(studio.page)).toHaveText(/^Backed up/)
  const laptop = await computer('Laptop')
  await signIn(laptop, cloud, email)
  await expect(chipOf(laptop.page)).toHaveText(/^Backed up/)

  await studio.win.place('Settings').click()
  await studio.page.getByRole('tab', { name: 'Backing up' }).click()
  await studio.page.getByRole('button', { name: 'Sign out Laptop' }).click()
  await studio.page.getByRole('button', { name: 'Sign out at once' }).click()
  await expect(studio.page.getByText('Laptop is signed out.')).toBeVisible()

  const banner = laptop.page.getByRole('alert')
  // The cloud tells it with the next answer, which it may hold back for twenty seconds.
  await expect(banner).toContainText('Please sign in again', { timeout: 60_000 })
  await expect(chipOf(laptop.page)).toHaveText(/^Please sign in again/)
  await banner.getByRole('button', { name: 'Sign in again' }).click()
  await expect(laptop.page.getByRole('textbox', { name: 'Your e-mail address' })).toHaveValue(email)
  await laptop.page.keyboard.press('Enter')
  await laptop.page.getByRole('textbox', { name: 'The code from the mail' }).waitFor()
  await laptop.page.keyboard.type(await cloud.codeFor(email))
  await laptop.page.keyboard.press('Enter')
  await expect(laptop.page.getByText('You are signed in again')).toBeVisible()
  await laptop.page.keyboard.press('Enter')
  await expect(chipOf(laptop.page)).toHaveText(/^Backed up/)
})

test('her mailbox will not be hers for long: on a computer that is signed in she takes another e-mail', async ({
  cloud,
  email,
  computer,
}) => {
  const studio = await computer('Studio')
  await signIn(studio, cloud, email)
  const { page } = studio
  await studio.win.place('Settings').click()
  await page.getByRole('tab', { name: 'Backing up' }).click()
  await page.getByRole('button', { name: 'Use another e-mail' }).click()
  expect(await foundByAxe(page)).toEqual([])
  const next = `new-${email}`
  await page.getByRole('textbox', { name: 'Your new e-mail' }).fill(next)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`We sent a code to ${next}.`)).toBeVisible()
  const field = page.getByRole('textbox', { name: 'The code from that e-mail' })
  await field.fill('CCCC CCCC')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This code is not right')).toBeVisible()
  await field.fill(` ${(await cloud.codeFor(next)).toLowerCase()} `)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`You are signed in as ${next}.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use another e-mail' })).toBeVisible()
})
