import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ZipFile } from 'yazl'
import { planOf, tempDatabase } from '#library/testing/temp-database.ts'
import { writeQli } from '#library/testing/qli-file.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'
import { sql } from '#library/db/sql.ts'
import { downloadsFolder } from './downloads-folder.ts'
import { isWatchedName } from './file-names.ts'

let temp: TempLibrary
let home: string
let downloads: string

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'bobbin-home-'))
  downloads = join(home, 'Downloads')
  await mkdir(downloads)
  temp = await tempLibrary({ downloads })
  onTestFinished(async () => {
    await temp.remove()
    rmSync(home, { recursive: true, force: true })
  })
})

const watchDownloads = () => temp.call('watch.set', { folder: downloads })
const waiting = async () => (await temp.call('arrivals.list', {})).arrivals.map(one => one.name).toSorted()
const waitFor = (names: string[]) =>
  vi.waitFor(async () => expect(await waiting()).toEqual(names), { timeout: 20_000, interval: 40 })

async function writeZip(path: string, files: Record<string, Buffer>): Promise<void> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

describe('watching', () => {
  test('is off at first, proposes the downloads, and asks only once', async () => {
    expect(await temp.call('watch.get', {})).toEqual({ folder: null, state: 'off', asked: false, proposal: downloads })
    expect(await temp.call('watch.set', { folder: null })).toMatchObject({ state: 'off', asked: true })
  })

  test('tells of a pattern that arrives, with its picture, and of nothing else', async () => {
    await watchDownloads()
    await writeFile(join(downloads, 'letter.txt'), 'Dear Anna')
    await writeFile(join(downloads, 'holiday.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
    await writeFile(join(downloads, '.hidden.qli'), 'x')
    await writeQli(downloads, 'feather.qli', 100)
    await waitFor(['feather.qli'])
    const { total, arrivals } = await temp.call('arrivals.list', {})
    expect(total).toBe(1)
    expect(arrivals[0]).toMatchObject({ format: 'qli', patterns: 1, folder: '' })
    expect(arrivals[0]?.sketch?.length).toBeGreaterThan(10)
  })

  test('what lies there when it begins is no arrival', async () => {
    await writeQli(downloads, 'old.qli', 100)
    await watchDownloads()
    await writeQli(downloads, 'new.qli', 120)
    await waitFor(['new.qli'])
  })

  test('a ZIP waits as one, with the number of patterns in it; one without patterns does not', async () => {
    const feather = await readFile(await writeQli(home, 'feather.qli', 100))
    const swirl = await readFile(await writeQli(home, 'swirl.qli', 130))
    await watchDownloads()
    await writeZip(join(downloads, 'photos.zip'), { 'a.txt': Buffer.from('no pattern') })
    await writeZip(join(downloads, 'order.zip'), {
      'Order/QLI/feather.qli': feather,
      'Order/feather notes.txt': Buffer.from('notes'),
      'Order/QLI/swirl.qli': swirl,
    })
    await waitFor(['order.zip'])
    expect((await temp.call('arrivals.list', {})).arrivals[0]?.patterns).toBe(2)
  })

  test('a download asks when it is complete and has its own name', async () => {
    await watchDownloads()
    const path = await writeQli(home, 'plume.qli', 90)
    await copyFile(path, join(downloads, 'plume.qli.crdownload'))
    await temp.services.arrivals.idle()
    expect(await waiting()).toEqual([])
    await rename(join(downloads, 'plume.qli.crdownload'), join(downloads, 'plume.qli'))
    await waitFor(['plume.qli'])
  })

  test('bytes the library has already do not ask, alone or in a ZIP', async () => {
    const path = await writeQli(join(home, 'bought'), 'plume.qli', 90)
    const { id } = await temp.call('imports.look', { paths: [path] })
    await temp.call('imports.add', { id })
    await watchDownloads()
    await copyFile(path, join(downloads, 'plume (1).qli'))
    await writeZip(join(downloads, 'again.zip'), { 'plume.qli': await readFile(path) })
    await writeQli(downloads, 'other.qli', 111)
    await waitFor(['other.qli'])
  })

  test('finds what arrived while Bobbin was closed, also with an old date', async () => {
    await watchDownloads()
    await temp.library.close()
    const path = await writeQli(downloads, 'night.qli', 140)
    await utimes(path, new Date('2001-01-01'), new Date('2001-01-01'))
    await temp.reopen()
    await temp.services.arrivals.start()
    expect(await waiting()).toEqual(['night.qli'])
  })

  test('what was refused does not come back, and what is gone waits no more', async () => {
    await watchDownloads()
    await writeQli(downloads, 'a.qli', 100)
    const b = await writeQli(downloads, 'b.qli', 110)
    await waitFor(['a.qli', 'b.qli'])
    const { arrivals } = await temp.call('arrivals.list', {})
    await temp.call('arrivals.dismiss', { ids: arrivals.filter(one => one.name === 'a.qli').map(one => one.id) })
    expect(await waiting()).toEqual(['b.qli'])
    await temp.call('arrivals.restore', { ids: arrivals.map(one => one.id) })
    expect(await waiting()).toEqual(['a.qli', 'b.qli'])
    await temp.call('arrivals.dismiss', { ids: arrivals.filter(one => one.name === 'a.qli').map(one => one.id) })
    await rm(b)
    await waitFor([])
    await temp.reopen()
    await temp.services.arrivals.start()
    expect(await waiting()).toEqual([])
  })

  test('what she has looked at leaves the tray', async () => {
    await watchDownloads()
    await writeQli(downloads, 'a.qli', 100)
    await waitFor(['a.qli'])
    const { paths } = await temp.call('arrivals.paths', {})
    await temp.call('imports.look', { paths })
    await waitFor([])
  })

  test('a folder that goes away is said, and watched again when it is back', async () => {
    const told: string[] = []
    await watchDownloads()
    temp.library.events.on('arrivals.changed', ({ watch }) => told.push(watch.state))
    await rename(downloads, join(home, 'away'))
    await vi.waitFor(() => expect(told.at(-1)).toBe('gone'), { timeout: 20_000 })
    await writeQli(join(home, 'away'), 'while-away.qli', 150)
    await rename(join(home, 'away'), downloads)
    await waitFor(['while-away.qli'])
    expect((await temp.call('watch.get', {})).state).toBe('watching')
    await writeQli(downloads, 'later.qli', 160)
    await waitFor(['later.qli', 'while-away.qli'])
  })

  test('the library’s own folder and a folder that is not there cannot be watched', async () => {
    await expect(temp.call('watch.set', { folder: temp.dir })).rejects.toMatchObject({ code: 'folder-is-library' })
    await expect(temp.call('watch.set', { folder: join(home, 'no') })).rejects.toMatchObject({
      code: 'folder-not-found',
    })
  })
})

test('names of half downloaded and hidden files are not worth a look', () => {
  for (const name of ['a.qli.crdownload', 'a.zip.part', 'x.tmp', '.DS_Store', '~$a.docx', 'a.zip.download'])
    expect(isWatchedName(name)).toBe(false)
  expect(isWatchedName('part.qli')).toBe(true)
})

describe('where downloads go', () => {
  test('what a Linux desktop has written down comes first', async () => {
    await mkdir(join(home, '.config'))
    await mkdir(join(home, 'Transferts'))
    await writeFile(join(home, '.config/user-dirs.dirs'), '# made\nXDG_DOWNLOAD_DIR="$HOME/Transferts"\n')
    expect(await downloadsFolder({ platform: 'linux', env: {}, home })).toBe(join(home, 'Transferts'))
    expect(await downloadsFolder({ platform: 'darwin', env: {}, home })).toBe(downloads)
  })

  test('without such a folder nothing is proposed', async () => {
    await rm(downloads, { recursive: true })
    expect(await downloadsFolder({ platform: 'win32', env: {}, home })).toBeNull()
  })
})

test('the tray is read from an index', async () => {
  const { db } = await tempDatabase()
  const plan = planOf(db, sql`select id from arrival where state = 'waiting' order by found_at desc, path limit 5`)
  expect(plan).toContain('USING INDEX arrival_waiting')
  expect(plan).not.toContain('TEMP B-TREE')
})
