/** The cloud is a process of its own and ends by `kill -9` in the middle of an upload; it comes back, and so does everything. */
import { foundByAxe } from '#e2e/visual/clean.ts'
import { ask } from '../ask.ts'
import { chipOf, expect, signIn, storiesWith } from '../computers.ts'
import { designFolder } from '../design-folder.ts'
import { startKilledCloud } from '../killed-cloud.ts'

const test = storiesWith(startKilledCloud)

test('the cloud is killed in the middle of backing up five hundred patterns and comes back: all of them are on a new computer', async ({
  cloud,
  email,
  computer,
}) => {
  const { page, bobbin, win } = await computer('Studio')
  const folder = await designFolder(500, ['qli'])
  const { id } = await ask(bobbin, 'imports.look', { paths: [folder.path] })
  await ask(bobbin, 'imports.add', { id })
  await folder.remove()
  await expect(win.found()).toHaveText('500 patterns')
  await signIn({ page }, cloud, email)
  await expect(chipOf(page)).toHaveText(/^Backing up, [\d,]+ left/)
  await cloud.kill()
  // What she does meanwhile goes on.
  const { patterns } = await ask(bobbin, 'patterns.list', { query: '', filter: {}, sort: 'name', offset: 0, limit: 1 })
  await ask(bobbin, 'patterns.edit', { ids: [patterns[0]!.id], set: { name: 'Named while it was away' } })
  await expect(chipOf(page)).toHaveText(/^Offline\. [\d,]+ waiting\.You can keep working\./)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await chipOf(page).click()
  await expect(page.getByText('You are offline')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  await cloud.restart()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Everything is backed up', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(await ask(bobbin, 'sync.state', {})).toMatchObject({ state: 'safe', waiting: { records: 0, files: 0 } })

  const fresh = await computer('Laptop')
  await signIn(fresh, cloud, email)
  await expect(fresh.win.found()).toHaveText('500 patterns')
  await fresh.win.search.fill('Named while')
  await expect(fresh.win.found()).toHaveText(/^1 /)
})
