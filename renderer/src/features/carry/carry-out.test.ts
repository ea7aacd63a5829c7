import { beforeEach, expect, test, vi } from 'vitest'
import { connectShell, type Shell } from '#renderer/host/bobbin.ts'
import { useCarried } from './carried.ts'
import { dataForOutside, endFiles, isCarryingFiles, startFiles } from './carry-out.ts'
import { forgetPrepared, prepare } from './prepared.ts'

interface Asked {
  readonly name: string
  readonly input: { readonly patternIds?: readonly string[]; readonly paths?: readonly string[] }
}

let asked: Asked[]

/** A shell with or without native drags; every preparation makes one file a pattern. */
function openShell(nativeDrag: boolean): void {
  asked = []
  const call = async (name: string, input: Asked['input']) => {
    asked.push({ name, input })
    const ids = input.patternIds ?? []
    return {
      id: 'prepared-1',
      texts: 0,
      skipped: [],
      files: ids.map(id => ({ patternId: id, name: `${id}.qli`, path: `/t/${id}.qli`, warnings: [] })),
    }
  }
  connectShell({
    library: { call, on: () => () => {} },
    host: { call, on: () => () => {} },
    capabilities: { nativeDrag },
  } as unknown as Shell)
}

beforeEach(() => {
  const listeners = new Map<string, (event: object) => void>()
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:1' })
  vi.stubGlobal('window', {
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    removeEventListener: (name: string) => listeners.delete(name),
    fire: (name: string, event: object) => listeners.get(name)?.(event),
  })
  endFiles()
  forgetPrepared()
})

const carried = (...ids: string[]) => ({ ids, fromTrash: false })

test('what is not made ready yet leaves the window without a file, and inside it all the same', () => {
  openShell(false)
  expect(dataForOutside(carried('a'))).toEqual({})
  expect(startFiles(carried('a'))).toBe(false)
})

test('in a browser one pattern leaves as its file, several as one ZIP', async () => {
  openShell(false)
  await prepare(['a'])
  expect(dataForOutside(carried('a'))).toEqual({
    DownloadURL: 'application/octet-stream:a.qli:http://127.0.0.1:1/prepared/prepared-1/a.qli',
  })
  await prepare(['a', 'b'])
  expect(dataForOutside(carried('a', 'b'))['DownloadURL']).toMatch(
    /:Patterns from Bobbin\.zip:.*\/prepared\/prepared-1$/,
  )
  expect(dataForOutside(carried('a'))).toEqual({})
})

test('the same patterns pressed twice are made once; after a change in the library they are made anew', async () => {
  openShell(false)
  await Promise.all([prepare(['a']), prepare(['a'])])
  expect(asked).toHaveLength(1)
  forgetPrepared()
  await prepare(['a'])
  expect(asked).toHaveLength(2)
})

test('a desktop shell takes over with the files, and our own files over the window are not brought in', async () => {
  openShell(true)
  await prepare(['a', 'b'])
  expect(startFiles(carried('a', 'b'))).toBe(true)
  expect(asked.at(-1)).toEqual({ name: 'host.startDrag', input: { paths: ['/t/a.qli', '/t/b.qli'] } })
  expect(isCarryingFiles()).toBe(true)
  const fire = (window as unknown as { fire(name: string, event: object): void }).fire
  fire('pointermove', { buttons: 1 })
  expect(isCarryingFiles()).toBe(true)
  fire('pointermove', { buttons: 0 })
  expect(isCarryingFiles()).toBe(false)
  expect(useCarried.getState().carried).toBeNull()
})
