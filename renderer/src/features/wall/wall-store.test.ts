import { beforeEach, expect, test } from 'vitest'
import type { LibraryClient } from '#shared/contract/library.ts'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { connectShell, type Shell } from '#renderer/host/bobbin.ts'
import { boxOver, cancelBox, choose, finishBox, letGoOfMissing, startBox, subjects, useSelection } from './selection.ts'
import { ask, askAgain, cardAt, PAGE, showRange, useWall } from './wall-store.ts'

const card = (id: string): PatternCard => ({
  id,
  name: id,
  designer: null,
  kind: 'block',
  state: 'readable',
  widthMm: 1,
  heightMm: 1,
  sizeUnknown: false,
  favourite: false,
  sketchKey: null,
  pictureKey: null,
  trashedAt: null,
  lastUsedAt: null,
})

interface Call {
  readonly input: { query: string; offset: number; limit: number }
  answer(total: number): void
}

/** A core that answers when the test says so. */
function slowCore(): Call[] {
  const calls: Call[] = []
  const library = {
    call: (name: string, input: Call['input']) =>
      name === 'patterns.ids'
        ? Promise.resolve({ ids: Array.from({ length: 1000 }, (_, index) => `${input.query}${index}`) })
        : new Promise(resolve => {
            calls.push({
              input,
              answer(total) {
                const count = Math.max(0, Math.min(input.limit, total - input.offset))
                const patterns = Array.from({ length: count }, (_, index) =>
                  card(`${input.query}${input.offset + index}`),
                )
                resolve({ total, patterns })
              },
            })
          }),
    on: () => () => {},
  }
  connectShell({ library: library as unknown as LibraryClient } as unknown as Shell)
  return calls
}

const settle = () => new Promise(resolve => setTimeout(resolve, 0))
const question = (query: string) => ({ query, filter: {}, sort: 'best' as const })
let calls: Call[]

beforeEach(() => {
  calls = slowCore()
  showRange(0, 0)
})

test('an answer to words she has typed on from is dropped, however late it comes', async () => {
  ask(question('bor'))
  ask(question('border'))
  calls[1]?.answer(5)
  await settle()
  calls[0]?.answer(900)
  await settle()
  expect(useWall.getState().total).toBe(5)
  expect(cardAt(useWall.getState().pages, 0)?.id).toBe('border0')
})

test('only the page in sight is fetched, not those she flew past', async () => {
  ask(question('all'))
  calls[0]?.answer(15_651)
  await settle()
  for (let first = 0; first < 12_000; first += 300) showRange(first, first + 20)
  showRange(9_000, 9_020)
  await settle()
  // Two were on their way while she flew; when the first is back, the page in sight is asked for.
  calls[1]?.answer(15_651)
  await settle()
  expect(calls).toHaveLength(4)
  expect(calls[3]?.input.offset).toBe(Math.floor(9_000 / PAGE) * PAGE)
})

test('the same question again keeps what is shown until the new answer is here', async () => {
  ask(question('a'))
  calls[0]?.answer(10)
  await settle()
  askAgain()
  expect(useWall.getState().total).toBe(10)
  calls[1]?.answer(9)
  await settle()
  expect(useWall.getState().total).toBe(9)
})

test('a change in the library while a new question is on its way leaves it new: the wall starts at the top', async () => {
  ask(question('a'))
  calls[0]?.answer(400)
  await settle()
  showRange(200, 220)
  calls[1]?.answer(400)
  await settle()
  const before = useWall.getState().answered
  ask(question('b'))
  askAgain()
  expect(calls[3]?.input).toMatchObject({ query: 'b', offset: 0 })
  calls[3]?.answer(300)
  await settle()
  const { answered, pages } = useWall.getState()
  expect(answered).toBe(before + 1)
  expect(cardAt(pages, 0)?.id).toBe('b0')
  // Nothing of the answer before is left over.
  expect(cardAt(pages, 200)?.id ?? 'b200').toBe('b200')
})

test('what comes into sight while a new question is on its way is of what is shown', async () => {
  ask(question('a'))
  calls[0]?.answer(400)
  await settle()
  ask(question('b'))
  showRange(200, 220)
  expect(calls[2]?.input).toMatchObject({ query: 'a', offset: PAGE })
  calls[1]?.answer(300)
  await settle()
  calls[2]?.answer(400)
  await settle()
  const { total, pages } = useWall.getState()
  expect(total).toBe(300)
  expect(cardAt(pages, 0)?.id).toBe('b0')
  expect(cardAt(pages, 200)?.id ?? 'b200').toBe('b200')
  // And the same place of the new one is fetched although the old one's was on its way.
  expect(calls[3]?.input).toMatchObject({ query: 'b', offset: PAGE })
})

test('a range with Shift reaches past what was fetched', async () => {
  ask(question('p'))
  calls[0]?.answer(1000)
  await settle()
  await choose(2, 'only')
  await choose(700, 'range')
  expect(useSelection.getState().chosen.size).toBe(699)
  expect(useSelection.getState().chosen.has('p700')).toBe(true)
})

test('with Control a range joins what is chosen', async () => {
  ask(question('p'))
  calls[0]?.answer(10)
  await settle()
  await choose(0, 'only')
  await choose(4, 'toggle')
  await choose(6, 'add-range')
  expect([...useSelection.getState().chosen]).toEqual(['p0', 'p4', 'p5', 'p6'])
})

test('a press chooses one, with Control it adds and takes away', async () => {
  ask(question('p'))
  calls[0]?.answer(10)
  await settle()
  await choose(1, 'only')
  await choose(3, 'toggle')
  expect([...useSelection.getState().chosen]).toEqual(['p1', 'p3'])
  await choose(1, 'toggle')
  expect([...useSelection.getState().chosen]).toEqual(['p3'])
})

test('a box chooses also what was never drawn, and adds to what is chosen only when asked to', async () => {
  ask(question('p'))
  calls[0]?.answer(1000)
  await settle()
  await choose(999, 'only')
  startBox(false)
  boxOver({ firstRow: 100, lastRow: 101, firstColumn: 1, lastColumn: 2 })
  await finishBox(4)
  expect([...useSelection.getState().chosen]).toEqual(['p401', 'p402', 'p405', 'p406'])
  startBox(true)
  boxOver({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 })
  await finishBox(4)
  expect(useSelection.getState().chosen.size).toBe(5)
})

test('a box given up, or drawn around nothing, changes nothing', async () => {
  ask(question('p'))
  calls[0]?.answer(10)
  await settle()
  await choose(3, 'only')
  startBox(false)
  boxOver({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 })
  cancelBox()
  expect(subjects()).toEqual(['p3'])
  startBox(false)
  await finishBox(4)
  expect(subjects()).toEqual(['p3'])
})

test('what is no longer on the wall is no longer chosen', async () => {
  ask(question('p'))
  calls[0]?.answer(10)
  await settle()
  await choose(3, 'only')
  useSelection.setState({ chosen: new Set(['p3', 'gone']) })
  await letGoOfMissing()
  expect(subjects()).toEqual(['p3'])
})
