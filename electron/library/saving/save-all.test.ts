import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCatalogue } from '#library/import/catalogue/catalogue.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

const LINE = fixture('generated/line-arc.qli')
const DRAGONS = fixture('stitchables/border - viking stylized dragons v1.qli')
const text = (words: string) => new TextEncoder().encode(words)

let temp: TempLibrary
let to: string

beforeAll(async () => {
  temp = await tempLibrary()
  const { context } = temp
  await addRealPattern(context, {
    name: 'Viking: "Dragons" <big>?',
    designer: 'Müller & Söhne',
    kind: 'border',
    notes: 'Line one,\nline two; =cmd()',
    tags: ['dragon', 'viking; norse', '<script>alert(1)</script>'],
    files: [
      { name: 'dragons.qli', bytes: DRAGONS },
      { name: 'dragons.bqm', bytes: fixture('stitchables/border - viking stylized dragons v1.bqm') },
      { name: 'shop/deep/dragons.qli', bytes: LINE },
    ],
  })
  await addRealPattern(context, { name: 'Line', files: [{ name: 'con.qli', bytes: LINE }] })
  await addRealPattern(context, { name: 'LINE', files: [{ name: 'line.qli', bytes: LINE }] })
  await addRealPattern(context, {
    name: '羽根',
    designer: '=HYPERLINK("x")',
    files: [{ name: 'notes only.qli', bytes: LINE }],
  })
  const gone = await addRealPattern(context, { name: 'Thrown away', files: [{ name: 'gone.qli', bytes: LINE }] })
  await temp.call('trash.put', { ids: [gone] })
})
afterAll(() => temp.remove())
beforeEach(async () => {
  to = await mkdtemp(join(tmpdir(), 'bobbin-save-'))
})
afterEach(() => rmSync(to, { recursive: true, force: true }))

const save = () => temp.call('saving.all', { to })

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort()
}

const EVERYTHING = [
  'About this folder.txt',
  'Catalogue.csv',
  'Catalogue.html',
  'Müller & Söhne/Viking Dragons big/dragons 2.qli',
  'Müller & Söhne/Viking Dragons big/dragons.bqm',
  'Müller & Söhne/Viking Dragons big/dragons.qli',
  'No designer/LINE 2/line.qli',
  'No designer/Line/Pattern con.qli',
  '=HYPERLINK( x )/羽根/notes only.qli',
].sort()

describe('saving all my patterns to a folder', () => {
  test('gives every file back, byte for byte, under a name that a person and any computer understand', async () => {
    expect(await save()).toEqual({ files: 6, patterns: 4, dir: to, lacking: 0 })
    expect(filesIn(to)).toEqual(EVERYTHING)
    expect(Buffer.compare(readFileSync(join(to, 'Müller & Söhne/Viking Dragons big/dragons.qli')), DRAGONS)).toBe(0)
  })

  test('again writes only what is missing', async () => {
    await save()
    const lost = join(to, 'No designer/Line/Pattern con.qli')
    const kept = join(to, 'No designer/LINE 2/line.qli')
    unlinkSync(lost)
    const { mtimeMs } = statSync(kept)
    await save()
    expect(filesIn(to)).toEqual(EVERYTHING)
    expect(statSync(kept).mtimeMs).toBe(mtimeMs)
  })

  test('after it was cut off goes on in the same folder', async () => {
    await save()
    unlinkSync(join(to, 'Catalogue.csv'))
    unlinkSync(join(to, 'Catalogue.html'))
    writeFileSync(join(to, 'bobbin-unfinished.part'), 'half a file')
    expect((await save()).dir).toBe(to)
    unlinkSync(join(to, 'No designer/Line/Pattern con.qli'))
    await save()
    expect(filesIn(to)).toEqual(EVERYTHING)
  })

  test('after it was cut off at its very first file goes on in the same folder', async () => {
    writeFileSync(join(to, 'bobbin-unfinished.part'), 'These are')
    await save()
    expect(filesIn(to)).toEqual(EVERYTHING)
  })

  test('goes into a folder of its own where other things lie', async () => {
    writeFileSync(join(to, 'taxes.xls'), 'mine')
    const { dir } = await save()
    expect(dir).toBe(join(to, 'Bobbin patterns'))
    expect(filesIn(dir)).toEqual(EVERYTHING)
    expect((await save()).dir).toBe(dir)
    expect(readFileSync(join(to, 'taxes.xls'), 'utf8')).toBe('mine')
  })

  test('never changes a file that is somebody else’s, and never follows a link', async () => {
    await save()
    const changed = join(to, 'Müller & Söhne/Viking Dragons big/dragons.bqm')
    writeFileSync(changed, 'my own version')
    writeFileSync(join(to, 'Catalogue.csv'), 'my own remarks')
    rmSync(join(to, 'No designer'), { recursive: true })
    const outside = await mkdtemp(join(tmpdir(), 'bobbin-outside-'))
    symlinkSync(outside, join(to, 'No designer'))
    await save()
    expect(readFileSync(changed, 'utf8')).toBe('my own version')
    expect(readFileSync(join(to, 'Catalogue.csv'), 'utf8')).toBe('my own remarks')
    expect(readdirSync(outside)).toEqual([])
    expect(filesIn(to)).toEqual(
      expect.arrayContaining([
        'Catalogue 2.csv',
        'Catalogue 2.html',
        'Müller & Söhne/Viking Dragons big/dragons 2.bqm',
        'No designer 2/Line/Pattern con.qli',
      ]),
    )
    rmSync(outside, { recursive: true })
  })

  test('to a folder that is not there says so', async () => {
    await expect(temp.call('saving.all', { to: join(to, 'gone') })).rejects.toMatchObject({ code: 'folder-missing' })
  })

  test('stops between two files when she says so', async () => {
    const stop = new AbortController()
    const answer = temp.library.handlers['saving.all'](
      { to },
      { signal: stop.signal, progress: ({ done }) => void (done === 1 && stop.abort()) },
    )
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
    mkdirSync(join(to, 'x'))
    expect(filesIn(to)).toHaveLength(2)
  })
})

describe('the catalogue', () => {
  test('is a table that Excel and Bobbin itself read, and that starts no formula', async () => {
    const { dir } = await save()
    const bytes = readFileSync(join(dir, 'Catalogue.csv'))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = parse(bytes, { columns: true, bom: true }) as Record<string, string>[]
    expect(rows[0]).toEqual({
      file_name: 'Müller & Söhne/Viking Dragons big/dragons.qli',
      name: 'Viking: "Dragons" <big>?',
      designer: 'Müller & Söhne',
      kind: 'border',
      keywords: '<script>alert(1)</script>; dragon; viking, norse',
      notes: 'Line one,\nline two; =cmd()',
      width_in: '15.261',
      height_in: '8.027',
      favourite: '',
      collections: '',
    })
    expect(rows[3]?.designer).toBe('\'=HYPERLINK("x")')
    const read = readCatalogue(bytes)
    expect(read.ok && read.problems).toEqual([])
    expect(read.ok && read.rows[0]).toMatchObject({
      name: 'Viking: "Dragons" <big>?',
      designer: 'Müller & Söhne',
      kind: 'border',
      tags: ['<script>alert(1)</script>', 'dragon', 'viking, norse'],
      widthIn: 15.261,
    })
  })

  test('is a page with a drawing of every pattern, with nothing in it that runs', async () => {
    const { dir } = await save()
    const html = readFileSync(join(dir, 'Catalogue.html'), 'utf8')
    expect(html).toContain('4 patterns')
    expect(html).toContain('Viking: &quot;Dragons&quot; &lt;big&gt;?')
    expect(html).not.toContain('<script')
    expect(html.match(/<svg /g)).toHaveLength(4)
    expect(html).toContain('15.3 × 8 in')
    expect(text(html).length).toBeLessThan(60_000)
  })
})
