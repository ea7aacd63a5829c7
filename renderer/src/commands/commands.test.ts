import { expect, test } from 'vitest'
import { holdOffer, offerCommand, runCommand } from './commands.ts'

test('a page over the wall does a command, also after the wall behind it changed what it offers', () => {
  const done: string[] = []
  const wall = holdOffer('rename')
  wall.set({ run: () => done.push('wall') })
  const leavePage = offerCommand('rename', { run: () => done.push('page') })
  wall.set({ run: () => done.push('wall'), enabled: false })
  wall.set({ run: () => done.push('changed wall') })
  expect(runCommand('rename')).toBe(true)
  leavePage()
  expect(runCommand('rename')).toBe(true)
  expect(done).toEqual(['page', 'changed wall'])
  wall.withdraw()
  expect(runCommand('rename')).toBe(false)
})

test('what a page offers but cannot do now is not done by the wall behind it', () => {
  const done: string[] = []
  const withdrawn = [
    offerCommand('rename', { run: () => done.push('wall') }),
    offerCommand('rename', { run: () => done.push('page'), enabled: false }),
  ]
  expect(runCommand('rename')).toBe(false)
  expect(done).toEqual([])
  for (const withdraw of withdrawn) withdraw()
})
