import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, assert, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { STARTER_DESIGNER } from '#shared/starter/pattern.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { drawn, written } from '#library/testing/design-files.ts'
import { type RawEntry, rawZip } from '#library/testing/raw-zip.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'
import { ARCHIVE_REFUSALS } from './archive/refusals.ts'

let temp: TempLibrary
let shelf: string
beforeEach(async () => {
  temp = await tempLibrary()
  shelf = mkdtempSync(join(tmpdir(), 'bobbin-shelf-'))
})
afterEach(async () => {
  await temp.remove()
  rmSync(shelf, { recursive: true, force: true })
})

type Content = string | Uint8Array

/** Puts files on the shelf she brings in from. */
function lay(files: Record<string, Content>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(shelf, path)), { recursive: true })
    writeFileSync(join(shelf, path), content)
  }
  return shelf
}

const zip = (files: Record<string, Content>): Uint8Array =>
  rawZip(Object.entries(files).map(([name, content]): RawEntry => ({ name, content })))

const qli = (seed: number, notes: readonly string[] = []) => written(drawn(seed, { notes }), 'qli')
const bqm = (seed: number) => written(drawn(seed), 'bqm')

const look = (path = shelf): Promise<ImportState> => temp.call('imports.look', { paths: [path] })

async function bringIn(path = shelf): Promise<ImportState> {
  const { id } = await look(path)
  return temp.call('imports.add', { id })
}

async function patterns() {
  const { patterns: cards } = await temp.call('patterns.list', { sort: 'name', limit: 2_000 })
  return Promise.all(cards.map(({ id }) => temp.call('patterns.get', { id })))
}

const names = async (): Promise<string[]> => (await patterns()).map(pattern => pattern.name)
const report = async (id: string) => (await temp.call('imports.report', { id })).lines
const kept = (): string[] =>
  readdirSync(join(temp.dir, 'originals'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)

describe('looking', () => {
  test('shows what was found, and nothing lands before she says so', async () => {
    lay({ 'Feathers/swirl.qli': qli(1), 'Feathers/swirl.bqm': bqm(1), 'leaf.qli': qli(2), 'film.mp4': 'not ours' })
    const state = await look()
    expect(state).toMatchObject({
      step: 'looked',
      chosen: 2,
      counts: { files: 4, patterns: 2, bundles: 1, leftAlone: 1 },
    })
    expect(await names()).toEqual([])
    const { total, candidates } = await temp.call('imports.candidates', { id: state.id, offset: 0, limit: 10 })
    expect(total).toBe(2)
    const swirl = candidates.find(candidate => candidate.name === 'swirl')
    expect(swirl).toMatchObject({ chosen: true, state: 'readable', files: [{ format: 'bqm' }, { format: 'qli' }] })
    const { sketches } = await temp.call('patterns.sketches', { keys: [swirl!.sketchKey!] })
    expect(sketches[0]?.length).toBeGreaterThan(20)
  })

  test('what she unticks stays out, and its bytes do not stay behind', async () => {
    lay({ 'a.qli': qli(1), 'b.qli': qli(2) })
    const { id } = await look()
    const { candidates } = await temp.call('imports.candidates', { id, offset: 0, limit: 10 })
    await temp.call('imports.choose', { id, keys: [candidates[1]!.key], chosen: false })
    const done = await temp.call('imports.add', { id })
    expect(done).toMatchObject({ step: 'done', done: 1, chosen: 1 })
    expect(await names()).toEqual(['a'])
    expect(await report(id)).toMatchObject([
      { file: expect.stringContaining('b.qli'), outcome: 'not-chosen' },
      { outcome: 'added' },
    ])
    expect(kept()).toHaveLength(1)
  })

  test('folder names are suggested as tags, and taken as chosen', async () => {
    lay({ 'Feathers/a.qli': qli(1), 'Feathers/b.qli': qli(2), 'Holly Days/c.qli': qli(3), 'Holly Days/d.qli': qli(4) })
    const { id, suggestedTags } = await look()
    expect(suggestedTags).toEqual(
      expect.arrayContaining([
        { name: 'Feathers', patterns: 2, chosen: true },
        { name: 'Holly Days', patterns: 2, chosen: true },
      ]),
    )
    await temp.call('imports.choose', { id, tag: 'Holly Days', chosen: false })
    await temp.call('imports.add', { id })
    const tags = (await patterns()).map(pattern => pattern.tags.map(tag => tag.name).includes('Feathers'))
    expect(tags).toEqual([true, true, false, false])
    expect((await temp.call('tags.list', {})).tags.map(tag => tag.name)).not.toContain('Holly Days')
  })

  test('a place where nothing is, and the library itself, are said so', async () => {
    await expect(look(join(shelf, 'gone'))).rejects.toMatchObject({ code: 'source-gone' })
    const link = join(shelf, 'link')
    symlinkSync(temp.dir, link)
    for (const path of [join(temp.dir, 'originals'), temp.dir, link])
      await expect(look(path)).rejects.toMatchObject({ code: 'source-is-library' })
  })

  test('links are not followed', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'bobbin-elsewhere-'))
    writeFileSync(join(elsewhere, 'secret.qli'), qli(9))
    lay({ 'a.qli': qli(1) })
    symlinkSync(elsewhere, join(shelf, 'link'))
    symlinkSync(shelf, join(shelf, 'circle'))
    const { id, counts } = await look()
    expect(counts.patterns).toBe(1)
    expect((await report(id)).map(line => line.code)).toEqual(['link-not-followed', 'link-not-followed'])
    rmSync(elsewhere, { recursive: true })
  })
})

describe('one design is one pattern', () => {
  test('in a ZIP with typing errors, folders for formats, a locked file, its picture and its notes', async () => {
    const files = {
      'QLI/viking lonship v2.qli': qli(3),
      'BQM/viking longship v2.bqm': bqm(3),
      'HQF/viking longship v2.hqf': 'locked bytes',
      'viking longship (pic).jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'NOTES.txt': 'Stitch it in one go.',
      'license.txt': 'All rights reserved.',
    }
    lay({ 'viking.zip': zip(files) })
    await bringIn()
    const [pattern, ...others] = await patterns()
    expect(others).toEqual([])
    expect(pattern).toMatchObject({
      name: 'viking longship v2',
      state: 'readable',
      notes: expect.stringContaining('in one go'),
    })
    expect(pattern!.notes).not.toContain('rights')
    expect(pattern!.files.map(file => [file.role, file.format]).toSorted()).toEqual([
      ['design', 'bqm'],
      ['design', 'qli'],
      ['document', 'txt'],
      ['document', 'txt'],
      ['locked', 'hqf'],
      ['picture', 'jpg'],
    ])
    expect(pattern!.pictureKey).toBe(pattern!.files.find(file => file.format === 'jpg')?.hash)
  })

  test('names that differ in numbers, sizes or letters stay apart', async () => {
    lay({
      'border 1.qli': qli(1),
      'border 2.bqm': bqm(2),
      'leaf 10in.qli': qli(3),
      'leaf 12in.bqm': bqm(3),
      'a.qli': qli(5),
      'b.bqm': bqm(6),
    })
    await bringIn()
    expect(await names()).toEqual(['a', 'b', 'border 1', 'border 2', 'leaf 10in', 'leaf 12in'])
  })

  test('a copy goes with its design, what is only numbered like one is a design of its own', async () => {
    lay({
      'a.qli': qli(1),
      'a (1).qli': qli(1, ['again']),
      'b (1).qli': qli(2),
      'b (2).qli': qli(3),
      'b (2).bqm': bqm(3),
    })
    await bringIn()
    const files = (await patterns()).map(pattern => pattern.files.map(file => file.name).toSorted())
    expect(files.toSorted()).toEqual([['a (1).qli', 'a.qli'], ['b (1).qli'], ['b (2).bqm', 'b (2).qli']])
  })

  test('nearly equal names are one only when the shapes agree', async () => {
    lay({
      'one/featherswirl v1.qli': qli(1),
      'one/featherswirl v2.bqm': bqm(1),
      'two/butterfly v1.qli': qli(2),
      'two/butterfly v2.bqm': bqm(3),
    })
    await bringIn()
    expect(await names()).toEqual(['butterfly v1', 'butterfly v2', expect.stringMatching(/^featherswirl v[12]$/)])
  })

  test('other names are one when shape and size agree and no format comes twice', async () => {
    lay({
      'order.zip': zip({
        'FeatherSwirl.qli': qli(1),
        'design.bqm': bqm(1),
        'Leaf.qli': qli(2),
        'Copy of Leaf.qli': qli(2, ['again']),
      }),
    })
    await bringIn()
    expect((await patterns()).map(({ name, files }) => [name, files.length])).toEqual([
      ['Copy of Leaf', 1],
      ['Feather Swirl', 2],
      ['Leaf', 1],
    ])
  })

  test('what stands in two places is one pattern with the files of both', async () => {
    lay({ 'first/leaf.qli': qli(1), 'second/leaf.qli': qli(1), 'second/leaf.bqm': bqm(1) })
    const { counts } = await bringIn()
    expect(counts).toMatchObject({ patterns: 1, alreadyHere: 1 })
    expect((await patterns()).map(pattern => pattern.files.map(file => file.format))).toEqual([['bqm', 'qli']])
  })

  test('a package in a package is opened, a third one is not', async () => {
    const third = zip({ 'deep.qli': qli(3) })
    lay({ 'a.zip': zip({ 'leaf.qli': qli(1), 'b.zip': zip({ 'rose.qli': qli(2), 'c.zip': third }) }) })
    const { id } = await bringIn()
    expect(await names()).toEqual(['leaf', 'rose'])
    expect((await report(id))[0]).toMatchObject({ outcome: 'refused', code: 'archive-too-deep' })
    expect(readdirSync(join(temp.dir, 'temp')).filter(name => name.startsWith('import'))).toEqual([])
  })

  test('a package behind another name is opened all the same', async () => {
    lay({ 'order.qli': zip({ 'leaf.bqm': bqm(1) }) })
    await bringIn()
    expect(await names()).toEqual(['leaf'])
  })
})

describe('files that cannot be read', () => {
  test('are kept and said so: locked, damaged, empty; a web page with a wrong name is not', async () => {
    lay({
      'feather.hqf': 'locked bytes',
      'broken.qli': 'CS\nVM nonsense',
      'empty.qli': '',
      'page.hqf': '<!DOCTYPE html><html><body>Please sign in</body></html>',
    })
    const { id, counts } = await bringIn()
    expect(counts).toMatchObject({ patterns: 3, locked: 1, unreadable: 2, leftAlone: 1 })
    const states = Object.fromEntries((await patterns()).map(pattern => [pattern.name, pattern.state]))
    expect(states).toEqual({ feather: 'locked', broken: 'unreadable', empty: 'unreadable' })
    const lines = await report(id)
    expect(lines.find(line => line.file.endsWith('page.hqf'))).toMatchObject({
      outcome: 'left-alone',
      code: 'saved-web-page',
    })
    expect(lines.every(line => line.outcome === 'added' || (line.message ?? '').length > 10)).toBe(true)
  })

  test.skipIf(process.platform === 'win32')('a device without an end is left where it is', async () => {
    const { id } = await bringIn('/dev/zero')
    expect(await report(id)).toMatchObject([{ outcome: 'left-alone', code: 'source-no-file' }])
  })

  test('pictures and papers without a pattern are left where they are', async () => {
    lay({
      'holiday/1.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      'holiday/letter.pdf': '%PDF-1.4',
      'a/leaf.qli': qli(1),
    })
    const { counts } = await bringIn()
    expect(counts).toMatchObject({ patterns: 1, leftAlone: 2 })
    expect(kept()).toHaveLength(1)
  })
})

describe('the same again', () => {
  test('adds nothing', async () => {
    lay({
      'Shop/a.zip': zip({ 'swirl.qli': qli(1), 'swirl.bqm': bqm(1), 'terms.txt': 'Terms' }),
      'b.qli': qli(2),
      'x.hqf': 'locked',
    })
    await bringIn()
    const before = await patterns()
    const again = await bringIn()
    expect(again).toMatchObject({ done: 0, counts: { patterns: 0, alreadyHere: 5 } })
    expect(await patterns()).toEqual(before)
    expect((await report(again.id))[0]).toMatchObject({
      outcome: 'already-here',
      message: 'You already have this one.',
    })
  })

  test('brings a pattern back from the trash and says so', async () => {
    lay({ 'leaf.qli': qli(1) })
    await bringIn()
    const [leaf] = await patterns()
    await temp.call('trash.put', { ids: [leaf!.id] })
    expect(await names()).toEqual([])
    const { id, counts } = await bringIn()
    expect(counts).toMatchObject({ patterns: 0, putBack: 1 })
    expect((await patterns()).map(pattern => pattern.id)).toEqual([leaf!.id])
    expect(await report(id)).toMatchObject([{ outcome: 'put-back' }])
  })

  test('gives a pattern that is here the formats it lacked, and a locked one its geometry', async () => {
    lay({ 'leaf.qli': qli(1), 'rose.hqf': 'locked' })
    await bringIn()
    lay({ 'leaf.bqm': bqm(1), 'rose.qli': qli(2) })
    const { counts } = await bringIn()
    expect(counts).toMatchObject({ patterns: 1, alreadyHere: 1 })
    expect((await patterns()).map(pattern => [pattern.name, pattern.state, pattern.files.length])).toEqual([
      ['leaf', 'readable', 2],
      ['rose', 'locked', 1],
      ['rose', 'readable', 2],
    ])
  })
})

describe('one import is one thing', () => {
  test('undone as one, whatever was done since', async () => {
    lay({ 'Feathers/a.qli': qli(1), 'Feathers/b.qli': qli(2), 'Feathers/c.qli': qli(3) })
    const { id } = await bringIn()
    const [first] = await patterns()
    await temp.call('patterns.edit', { ids: [first!.id], set: { favourite: true } })
    const change = await temp.call('imports.undo', { id })
    expect(change.label).toBe('undo-import')
    expect(await names()).toEqual([])
    expect((await temp.call('imports.get', { id })).undone).toBe(true)
    await temp.call('undo.undo', {})
    expect(await names()).toEqual(['a', 'b', 'c'])
  })

  test('taken back and brought in again, the patterns come back as they were', async () => {
    lay({ 'a.qli': qli(1) })
    const { id } = await bringIn()
    const [before] = await patterns()
    await temp.call('imports.undo', { id })
    await bringIn()
    expect((await patterns())[0]?.id).toBe(before!.id)
  })

  test('stopped while it waits, nothing stays', async () => {
    lay({ 'a.qli': qli(1) })
    const { id } = await look()
    expect(await temp.call('imports.stop', { id })).toMatchObject({ step: 'stopped', done: 0 })
    expect(kept()).toEqual([])
    await expect(temp.call('imports.choose', { id, chosen: true })).rejects.toMatchObject({ code: 'import-not-open' })
  })

  test('waits over a restart, and goes on where it was', async () => {
    lay({ 'a.qli': qli(1), 'b.qli': qli(2) })
    const { id } = await look()
    await temp.reopen()
    expect(await temp.call('library.info', {})).toMatchObject({ openImportId: id })
    expect(await temp.call('imports.get', { id })).toMatchObject({ step: 'looked', chosen: 2 })
    await temp.call('imports.add', { id })
    expect(await names()).toEqual(['a', 'b'])
    expect((await temp.call('library.info', {})).openImportId).toBeNull()
  })

  test('paused and gone on with, loses nothing and adds nothing twice', async () => {
    lay(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}.qli`, qli(index, [`${index}`])])))
    const looking = temp.call('imports.look', { paths: [shelf] })
    const open = await vi.waitFor(
      async () => {
        const [begun] = (await temp.call('imports.recent', {})).imports
        assert(begun)
        return begun
      },
      { timeout: 20_000, interval: 1 },
    )
    const paused = await temp.call('imports.pause', { id: open.id })
    expect(paused).toMatchObject({ step: 'looking', paused: true })
    expect((await looking).paused).toBe(true)
    expect(await temp.call('imports.resume', { id: open.id })).toMatchObject({
      step: 'looked',
      counts: { patterns: 300 },
    })
    await temp.call('imports.add', { id: open.id })
    expect((await temp.call('patterns.list', {})).total).toBe(300)
  })
})

describe('a catalogue beside the files', () => {
  test('brings names, designers, tags and notes along, found by itself or handed in', async () => {
    const list =
      'file_name,name,author,keywords,notes\nx1.qli,Feather Dance,Jane Doe,feather;dance,Lovely\nbad,line,too,many,cells,here\n'
    lay({ 'old/x1.qli': qli(1), 'old/list.csv': list, 'old/x2.bqm': bqm(2) })
    const { id } = await bringIn()
    const [dance, plain] = await patterns()
    expect(dance).toMatchObject({
      name: 'Feather Dance',
      designer: 'Jane Doe',
      notes: expect.stringContaining('Lovely'),
    })
    expect(dance!.tags.map(tag => tag.name)).toEqual(expect.arrayContaining(['dance', 'feather']))
    expect(plain).toMatchObject({ name: 'x2', designer: null })
    const lines = await report(id)
    expect(lines.find(line => line.code === 'catalogue-line')).toMatchObject({
      file: expect.stringContaining('line 3'),
    })

    const elsewhere = join(shelf, 'catalogue.csv')
    lay({ 'new/y1.qli': qli(7) })
    writeFileSync(elsewhere, 'file;title\ny1.qli;Given Name\n')
    const given = await temp.call('imports.look', { paths: [join(shelf, 'new')], cataloguePath: elsewhere })
    await temp.call('imports.add', { id: given.id })
    expect(await names()).toContain('Given Name')
  })

  test('handed in later, tells of patterns that are here what nobody has said yet, and can be undone', async () => {
    lay({ 'x1.qli': qli(1), 'x2.qli': qli(2), 'x3.qli': qli(3) })
    await bringIn()
    const [, second] = await patterns()
    await temp.call('patterns.edit', { ids: [second!.id], set: { name: 'My own', notes: 'Mine' } })
    await temp.call('patterns.tag', { ids: [second!.id], add: ['dance'] })
    const before = await patterns()
    const list = join(shelf, '..', `list of ${basename(shelf)}.csv`)
    onTestFinished(() => rmSync(list, { force: true }))
    const line = (file: string) => `${file},Feather Dance,Jane Doe,"Dance; feather",Lovely\n`
    writeFileSync(list, `file_name,name,author,keywords,notes\n${line('x1.qli')}${line('x2.qli')}`)
    const again = async () => {
      const { id } = await temp.call('imports.look', { paths: [shelf], cataloguePath: list })
      return temp.call('imports.add', { id })
    }
    expect((await again()).counts).toMatchObject({ patterns: 0, alreadyHere: 3, putBack: 0 })
    const now = await patterns()
    const said = (file: string) => {
      const { name, designer, notes, tags } = now.find(pattern => pattern.files[0]?.name === file)!
      return [name, designer, notes, ...tags.map(tag => tag.name).filter(tag => tag !== basename(shelf))]
    }
    expect(said('x1.qli')).toEqual(['Feather Dance', 'Jane Doe', 'Lovely', 'dance', 'feather'])
    expect(said('x2.qli')).toEqual(['My own', 'Jane Doe', 'Mine', 'dance', 'feather'])
    expect(said('x3.qli')).toEqual(['x3', null, ''])
    expect((await again()).chosen).toBe(0)
    expect(await patterns()).toEqual(now)
    await temp.reopen()
    await temp.call('undo.undo', {})
    expect((await patterns()).map(({ name, designer, notes, tags }) => ({ name, designer, notes, tags }))).toEqual(
      before.map(({ name, designer, notes, tags }) => ({ name, designer, notes, tags })),
    )
  })

  test('that names no files is refused before anything is looked at', async () => {
    lay({ 'a.qli': qli(1), 'list.csv': 'date,amount\n1,2\n' })
    const call = temp.call('imports.look', { paths: [shelf], cataloguePath: join(shelf, 'list.csv') })
    await expect(call).rejects.toMatchObject({ code: 'not-a-catalogue' })
    expect((await temp.call('imports.recent', {})).imports).toEqual([])
  })
})

describe('packages made to harm', () => {
  test('each refusal has its sentence, honest files come in, and nothing is written outside the library', async () => {
    const outside = join(shelf, '..', 'bobbin-evil.qli')
    const hostile = rawZip([
      { name: 'good.qli', content: qli(1) },
      { name: '../../bobbin-evil.qli', content: qli(2) },
      { name: '../bobbin-evil.qli', content: qli(2) },
      { name: '/tmp/bobbin-evil.qli', content: qli(2) },
      { name: 'C:/bobbin-evil.qli', content: qli(2) },
      { name: 'con.qli', content: qli(2) },
      { name: 'link', madeOn: 3, mode: 0o120777, content: '/etc/passwd' },
      { name: 'locked.qli', flags: 1, content: qli(2) },
      { name: 'bomb.qli', content: Buffer.alloc(60 * 2 ** 20) },
      { name: 'short.qli', content: 'CS', statedBytes: 400 },
    ])
    lay({ 'hostile.zip': hostile, 'half.zip': hostile.subarray(0, 500) })
    const before = readdirSync(dirname(shelf))
    const { id, counts } = await bringIn()
    expect(await names()).toEqual(['good'])
    const lines = await report(id)
    expect(counts.refused).toBe(10)
    for (const line of lines.filter(({ outcome }) => outcome === 'refused'))
      expect(line.message).toBe(ARCHIVE_REFUSALS[line.code as keyof typeof ARCHIVE_REFUSALS])
    expect(new Set(lines.map(line => line.code))).toContain('archive-entry-damaged')
    expect(existsSync(outside)).toBe(false)
    expect(existsSync('/tmp/bobbin-evil.qli')).toBe(false)
    expect(readdirSync(dirname(shelf)).filter(name => name.includes('evil'))).toEqual(
      before.filter(name => name.includes('evil')),
    )
  })
})

describe('what a browser streamed in', () => {
  const incoming = (manifest: object) => {
    const dir = join(temp.dir, 'incoming', 'abc')
    mkdirSync(join(dir, 'files', 'Feathers'), { recursive: true })
    writeFileSync(join(dir, 'files', 'Feathers', 'a.qli'), qli(1))
    writeFileSync(join(dir, 'files', 'Feathers', 'b.qli'), qli(2))
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest))
    return dir
  }

  test('is looked through like a folder and removed once it is kept', async () => {
    const dir = incoming({ label: 'Feathers', complete: true })
    const state = await temp.call('imports.lookIncoming', { incomingId: 'abc' })
    expect(state).toMatchObject({ label: 'Feathers', step: 'looked', counts: { patterns: 2 } })
    expect(state.suggestedTags).toEqual([{ name: 'Feathers', patterns: 2, chosen: true }])
    expect(existsSync(dir)).toBe(false)
    await temp.call('imports.add', { id: state.id })
    expect(await names()).toEqual(['a', 'b'])
  })

  test.each([
    ['not all has arrived', { label: 'x', complete: false }, 'abc', 'incoming-incomplete'],
    ['it is not there', { complete: true }, 'xyz', 'incoming-gone'],
    ['the name leads elsewhere', { complete: true }, '../originals', 'incoming-gone'],
  ])('is refused when %s', async (_, manifest, incomingId, code) => {
    incoming(manifest)
    await expect(temp.call('imports.lookIncoming', { incomingId })).rejects.toMatchObject({ code })
  })
})

test('a file whose pattern is deleted for good between looking and adding comes in as a pattern', async () => {
  lay({ 'Swirl.qli': qli(1) })
  await bringIn()
  const { ids } = await temp.call('patterns.ids', {})
  await temp.call('trash.put', { ids })
  const { id } = await look()
  await temp.call('trash.deleteForGood', { ids })
  expect(await temp.call('imports.add', { id })).toMatchObject({ step: 'done', problem: null })
  expect((await patterns()).map(({ name }) => name)).toEqual(['Swirl'])
  expect(await temp.call('library.verify', {})).toMatchObject({ originals: { missing: [] }, fixed: [] })
})

test('the starter designs come in as any shop package would: named, tagged, in two formats, and only once', async () => {
  const state = await temp.call('imports.starter', {})
  expect(state).toMatchObject({
    step: 'done',
    counts: { patterns: starterPatterns.length, bundles: starterPatterns.length },
  })
  const [first] = starterPatterns
  const found = await temp.call('patterns.list', { query: first!.name })
  const { id } = found.patterns.find(one => one.name === first!.name)!
  const pattern = await temp.call('patterns.get', { id })
  expect(pattern).toMatchObject({ name: first!.name, kind: first!.kind, designer: STARTER_DESIGNER, state: 'readable' })
  expect(pattern.files.map(file => file.format).toSorted()).toEqual(['qli', 'svg'])
  expect(pattern.tags.map(tag => tag.name).toSorted()).toEqual(first!.tags.toSorted())
  expect(await temp.call('imports.starter', {})).toMatchObject({ done: 0, counts: { patterns: 0 } })
})

describe('trouble on the way', () => {
  test('two names that look the same are two files', async () => {
    lay({
      ['Gr\u00f6\u00dfe/a.qli']: qli(1),
      ['Gro\u0308\u00dfe/a.qli']: qli(2),
      ['e\u0301.qli']: qli(3),
      ['\u00e9.qli']: qli(4),
    })
    // Some disks hold only one of the two.
    const files = readdirSync(shelf, { recursive: true }).filter(name => String(name).endsWith('.qli')).length
    const { counts } = await bringIn()
    expect(counts.files).toBe(files)
    expect((await patterns()).flatMap(pattern => pattern.files)).toHaveLength(files)
  })

  test.skipIf(process.platform === 'win32')('a pipe or a device is not waited for, named or in a folder', async () => {
    lay({ 'a.qli': qli(1) })
    execFileSync('mkfifo', [join(shelf, 'pipe.qli')])
    expect((await bringIn()).counts).toMatchObject({ files: 1, patterns: 1 })
    for (const path of [join(shelf, 'pipe.qli'), '/dev/zero']) {
      const { id } = await look(path)
      expect(await report(id)).toMatchObject([{ outcome: 'left-alone', code: 'source-no-file' }])
    }
  })

  test.skipIf(process.platform !== 'linux')('a name that is no text is told, and the rest comes in', async () => {
    lay({ 'a.qli': qli(1) })
    writeFileSync(Buffer.concat([Buffer.from(`${shelf}/b`), Buffer.of(0xff), Buffer.from('.qli')]), qli(2))
    const { id, counts } = await bringIn()
    expect(counts.patterns).toBe(1)
    expect(await report(id)).toMatchObject([{ code: 'source-name' }, { outcome: 'added' }])
  })

  test('a file that goes away between naming and reading is told, and the rest comes in', async () => {
    lay({ 'a.qli': qli(1), 'b.qli': qli(2) })
    rmSync(join(shelf, 'b.qli'))
    symlinkSync(join(shelf, 'nowhere'), join(shelf, 'b.qli'))
    const { counts } = await bringIn()
    expect(counts).toMatchObject({ patterns: 1, leftAlone: 1 })
  })

  test('originals are the very bytes', async () => {
    const bytes = qli(1)
    lay({ 'a.qli': bytes })
    await bringIn()
    const [pattern] = await patterns()
    const file = temp.library.assets.originalPath(pattern!.files[0]!.hash)
    expect(readFileSync(file!)).toEqual(Buffer.from(bytes))
    expect(statSync(file!).size).toBe(bytes.length)
  })

  test('of many files of all sizes, each is kept as it is', async () => {
    lay(
      Object.fromEntries(
        Array.from({ length: 80 }, (_, index) => [`${index}.qli`, qli(index, ['x'.repeat(index * 40)])]),
      ),
    )
    await bringIn()
    const { originals, database } = await temp.call('library.verify', {})
    expect({ originals, database }).toEqual({ originals: { checked: 80, missing: [], damaged: [] }, database: 'ok' })
  })
})
