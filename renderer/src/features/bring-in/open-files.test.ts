import { expect, test } from 'vitest'
import { createOpenFiles } from './open-files.ts'

type Listener = (payload: { paths: string[] }) => void

/** A host with files in hand, a library that knows some of them, and what the window then does. */
function fakeWindow({ held = [], known = {} }: { held?: string[]; known?: Record<string, string> }) {
  const done: string[] = []
  let listener: Listener = () => undefined
  let waiting = held
  const stop = createOpenFiles({
    host: {
      call: async () => {
        const paths = waiting
        waiting = []
        return { paths } as never
      },
      on: (_name, given) => {
        listener = given as Listener
        return () => {
          listener = () => undefined
        }
      },
    },
    library: {
      call: async (_name, input) =>
        ({
          files: (input as { paths: string[] }).paths.map(path => ({ path, patternId: known[path] ?? null })),
        }) as never,
    },
    show: id => done.push(`show ${id}`),
    lookThrough: paths => done.push(`look through ${paths.join(', ')}`),
    failed: error => done.push(`failed ${String(error)}`),
  })
  const settle = () => new Promise(resolve => setTimeout(resolve))
  return { done, settle, stop, opens: (...paths: string[]) => listener({ paths }) }
}

test('a file that is in the library shows its pattern', async () => {
  const { done, settle, opens } = fakeWindow({ known: { '/a.qli': 'p1' } })
  opens('/a.qli')
  await settle()
  expect(done).toEqual(['show p1'])
})

test('a new file is brought in at Look; with known ones beside it, all of them are', async () => {
  const { done, settle, opens } = fakeWindow({ known: { '/a.qli': 'p1' } })
  opens('/b.qli')
  opens('/a.qli', '/b.qli')
  await settle()
  expect(done).toEqual(['look through /b.qli', 'look through /a.qli, /b.qli'])
})

test('what she opened before the window was there is not lost, and is opened once', async () => {
  const { done, settle } = fakeWindow({ held: ['/b.qli'] })
  await settle()
  expect(done).toEqual(['look through /b.qli'])
})

test('without a file nothing happens', async () => {
  const { done, settle } = fakeWindow({})
  await settle()
  expect(done).toEqual([])
})
