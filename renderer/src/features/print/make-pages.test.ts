import { expect, test } from 'vitest'
import type { Entry, EntryBook } from './entries.ts'
import { makePages, type PrintRun } from './make-pages.ts'

const entry = (id: string) => ({ caption: { id } }) as Entry
/** Every pattern but those that went away meanwhile. */
const bookWithout = (...gone: string[]): EntryBook => ({
  load: async ids => ids.filter(id => !gone.includes(id)).map(entry),
})
const ids = Array.from({ length: 450 }, (_, index) => `p${index}`)
const idsOn = (run: PrintRun) => run.pages.map(page => page.map(one => one.caption.id))

async function made(book: EntryBook, signal = new AbortController().signal, onStep?: () => void) {
  const steps: PrintRun[] = []
  await makePages(book, ids, 48, signal, run => {
    steps.push(run)
    onStep?.()
  })
  return steps
}

test('every pattern is on a page, in order, and only the last page may have room left', async () => {
  const last = (await made(bookWithout())).at(-1)!
  expect(last.kind).toBe('ready')
  expect(idsOn(last).flat()).toEqual(ids)
  expect(last.pages.map(page => page.length)).toEqual([48, 48, 48, 48, 48, 48, 48, 48, 48, 18])
})

test('a pattern that went away leaves no hole', async () => {
  const last = (await made(bookWithout('p0', 'p100'))).at(-1)!
  expect(idsOn(last).flat()).toEqual(ids.filter(id => id !== 'p0' && id !== 'p100'))
  expect(last.pages[0]).toHaveLength(48)
})

test('how far it is rises with every step, and pages that are made stay the same', async () => {
  const steps = await made(bookWithout())
  expect(steps.map(step => step.done)).toEqual([0, 200, 400, 450, 450])
  for (const step of steps) for (const [at, page] of step.pages.entries()) expect(steps.at(-1)!.pages[at]).toBe(page)
})

test('once stopped nothing more is told', async () => {
  const stop = new AbortController()
  const steps = await made(bookWithout(), stop.signal, () => stop.abort())
  expect(steps).toHaveLength(1)
})
