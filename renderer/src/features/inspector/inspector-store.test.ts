import { expect, onTestFinished, test } from 'vitest'
import { connectShell, type Shell } from '#renderer/host/bobbin.ts'
import { refreshShown, show, useInspector } from './inspector-store.ts'

/** A core that answers when it is told to. */
function slowCore() {
  const asked: { ids: string[]; answer(): Promise<void> }[] = []
  const call = (name: string, input: { id?: string; ids?: string[] }) =>
    new Promise(resolve => {
      const ids = input.ids ?? [input.id ?? '']
      const value = name === 'patterns.get' ? { id: ids[0] } : { count: ids.length }
      asked.push({
        ids,
        async answer() {
          resolve(value)
          await new Promise(done => setTimeout(done))
        },
      })
    })
  connectShell({ library: { call, on: () => () => undefined } } as unknown as Shell)
  onTestFinished(() => show([]))
  return asked
}

const shownIds = () => {
  const { shown } = useInspector.getState()
  return shown.kind === 'one' || shown.kind === 'several' ? shown.ids : shown.kind
}

test('of patterns passed quickly only the first and the last are fetched, and only the last is shown', async () => {
  const asked = slowCore()
  show(['a'])
  for (const id of ['b', 'c', 'd']) show([id])
  await asked[0]!.answer()
  expect(shownIds()).toBe('none')
  expect(asked.map(one => one.ids)).toEqual([['a'], ['d']])
  await asked[1]!.answer()
  expect(shownIds()).toEqual(['d'])
})

test('what was shown stays until the next is here', async () => {
  const asked = slowCore()
  show(['a'])
  await asked[0]!.answer()
  show(['b', 'c'])
  expect(shownIds()).toEqual(['a'])
  expect(useInspector.getState().isSettled).toBe(false)
  await asked[1]!.answer()
  expect(shownIds()).toEqual(['b', 'c'])
})

test('a change of what is shown asks again; a change of something else does not', async () => {
  const asked = slowCore()
  show(['a'])
  await asked[0]!.answer()
  refreshShown(['b'])
  expect(asked).toHaveLength(1)
  refreshShown(['a'])
  expect(asked).toHaveLength(2)
  await asked[1]!.answer()
  refreshShown(null)
  expect(asked).toHaveLength(3)
  await asked[2]!.answer()
})

test('an answer that comes after she chose nothing is dropped', async () => {
  const asked = slowCore()
  show(['a'])
  show([])
  await asked[0]!.answer()
  expect(shownIds()).toBe('none')
})
