import { spawnSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { createLibrary } from './library.ts'
import { addPatterns, hashOf } from './testing/some-patterns.ts'
import { quietLog, tempLibrary } from './testing/temp-library.ts'

async function library() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  return temp
}

test('a new library opens empty and keeps its own id', async () => {
  const temp = await library()
  const info = await temp.call('library.info', {})
  expect(info.counts).toEqual({ patterns: 0, favourites: 0, used: 0, collections: 0, trashed: 0 })
  expect(await temp.call('patterns.list', {})).toEqual({ total: 0, patterns: [], understood: [], nearest: [] })
  await temp.reopen()
  expect((await temp.call('library.info', {})).libraryId).toBe(info.libraryId)
})

test('one Bobbin at a time has a library open; a second one is told so', async () => {
  const temp = await library()
  const second = {
    dir: temp.dir,
    clock: temp.clock,
    random: { bytes: (count: number) => new Uint8Array(count) },
    host: temp.context.host,
    log: quietLog,
    threads: {
      reader: new URL('entry.reader.ts', import.meta.url),
      worker: new URL('entry.worker.ts', import.meta.url),
    },
  }
  await expect(createLibrary(second)).rejects.toMatchObject({
    code: 'library-in-use',
    message: 'Bobbin is open already with this library. Use that window, or close it first.',
  })
  const script = `import { lockLibrary } from '#library/db/lock.ts'; lockLibrary(process.argv[1])`
  const other = spawnSync(process.execPath, ['--input-type=module', '-e', script, temp.context.dir.lock], {
    encoding: 'utf8',
  })
  expect(other.stderr).toContain('Bobbin is open already')
})

test('the wall shows pages of cards, newest first, each with its sketch', async () => {
  const temp = await library()
  await addPatterns(temp.context, [{ name: 'Swirl 10', designer: 'Anne Bright', kind: 'border' }, { name: 'Swirl 2' }])
  const page = await temp.call('patterns.list', { limit: 1 })
  expect(page.total).toBe(2)
  const byName = await temp.call('patterns.list', { sort: 'name' })
  expect(byName.patterns.map(card => card.name)).toEqual(['Swirl 2', 'Swirl 10'])
  const byDesigner = await temp.call('patterns.list', { sort: 'designer' })
  expect(byDesigner.patterns.map(card => card.designer)).toEqual(['Anne Bright', null])
  const { sketches } = await temp.call('patterns.sketches', { keys: [hashOf('Swirl 2.qli'), 'unknown'] })
  expect(sketches).toEqual([Uint8Array.of(1, 0, 0, 0, 0, 0), null])
  expect((await temp.call('library.info', {})).kinds).toEqual({ border: 1, other: 1 })
})

test('a picture’s file is told only for what the library knows, and never outside it', async () => {
  const temp = await library()
  await addPatterns(temp.context, [{ name: 'Swirl', contents: ['swirl'] }])
  const { originalPath } = temp.library.assets
  expect(originalPath(hashOf('swirl'))).toBe(temp.context.originals.path(hashOf('swirl')))
  for (const strange of [hashOf('unknown'), '../bobbin.db', '', '/etc/passwd']) expect(originalPath(strange)).toBeNull()
})

test('what the window remembers is there after a restart; Bobbin’s own notes are not the window’s', async () => {
  const temp = await library()
  await temp.call('settings.set', { key: 'wall.size', value: { stop: 'large' } })
  await temp.reopen()
  expect(await temp.call('settings.get', {})).toEqual({ settings: { 'wall.size': { stop: 'large' } } })
  await expect(temp.call('settings.set', { key: 'core.libraryId', value: 'mine' })).rejects.toMatchObject({
    code: 'setting-reserved',
  })
})

test('a pattern that is not there is a plain sentence', async () => {
  const temp = await library()
  await expect(temp.call('patterns.get', { id: 'nobody' })).rejects.toMatchObject({
    code: 'pattern-gone',
    message: 'This pattern is not in your library any more.',
  })
})
