import { expect, test } from 'vitest'
import { createDrives } from './drives.ts'

test('this computer can be asked for its sticks, and its own disk is not among them', async () => {
  const sticks = await createDrives().list()
  expect(sticks.every(stick => stick.path !== '/' && stick.path !== 'C:\\')).toBe(true)
})

test('on a system Bobbin does not know there are no sticks', async () => {
  const drives = createDrives('sunos')
  expect(await drives.list()).toEqual([])
  expect(await drives.eject('x')).toBe('please-eject')
})
