/** The real core, moved: what was brought in at the old place is whole at the new one, and the old one still opens. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type TempLibrary, tempLibrary } from '#library/testing/temp-library.ts'
import { createKeptSignIns } from '../kept-sign-in.ts'
import { memorySecrets } from '../testing/fakes.ts'
import { createPlaceHandlers } from './move-library.ts'

test('a library with patterns in it is whole at its new place, and the old one opens as before', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bobbin-move-real-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const oldDir = join(root, 'old', 'Bobbin')
  mkdirSync(oldDir, { recursive: true })
  mkdirSync(join(root, 'disk'))
  let open: TempLibrary | null = await tempLibrary({ dir: oldDir })
  onTestFinished(async () => open?.library.close())
  await open.call('imports.starter', {})
  const before = await open.call('patterns.list', { offset: 0, limit: 200 })

  const library = {
    dir: oldDir,
    isWorking: false,
    async stop() {
      await open?.library.close()
      open = null
    },
    async open(to: string) {
      open = await tempLibrary({ dir: to })
      library.dir = to
    },
  }
  const handlers = createPlaceHandlers({
    library,
    isMovable: true,
    remember() {},
    signIns: createKeptSignIns(memorySecrets()),
    reconnect() {},
    freeBytes: async () => 10 ** 12,
    log: { info() {}, error() {} },
  })
  const { dir } = await handlers['host.moveLibrary'](
    { to: join(root, 'disk') },
    { signal: new AbortController().signal, progress() {} },
  )
  expect(dir).toBe(join(root, 'disk', 'Bobbin'))
  expect(await open!.call('patterns.list', { offset: 0, limit: 200 })).toEqual(before)
  expect(await open!.call('library.verify', {})).toMatchObject({
    database: 'ok',
    originals: { missing: [], damaged: [] },
  })
  await library.stop()
  await library.open(oldDir)
  expect(await open!.call('patterns.list', { offset: 0, limit: 200 })).toEqual(before)
})
