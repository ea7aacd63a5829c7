import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { manyEntriesZip, type RawEntry, rawZip } from '#library/testing/raw-zip.ts'
import { type EntryPlace, listArchive } from './list-archive.ts'
import { openZip } from './open-zip.ts'
import { readEntry, streamEntry } from './read-entry.ts'
import { ARCHIVE_REFUSALS } from './refusals.ts'

const dir = mkdtempSync(join(tmpdir(), 'bobbin-zips-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const ROOM = 10 ** 12
const GOOD: RawEntry = { name: 'good.qli', content: 'good' }

function zipFile(bytes: Uint8Array): string {
  const path = join(dir, `${Math.random()}.zip`)
  writeFileSync(path, bytes)
  return path
}

const list = (entries: readonly RawEntry[], room = ROOM) => listArchive(zipFile(rawZip(entries)), room)

describe('a package', () => {
  test.each<[string, RawEntry, string]>([
    ['a name from the root', { name: '/etc/passwd' }, 'archive-entry-absolute'],
    ['a name from the root in the Windows way', { name: '\\Windows\\evil.qli' }, 'archive-entry-absolute'],
    ['another drive', { name: 'C:\\evil.qli' }, 'archive-entry-drive'],
    ['a name that climbs out', { name: '../../evil.qli' }, 'archive-entry-climbs'],
    ['a name that climbs in the middle', { name: 'a/../../evil.qli' }, 'archive-entry-climbs'],
    ['a device', { name: 'folder/NUL' }, 'archive-entry-device-name'],
    ['a device with an extension', { name: 'com1.qli' }, 'archive-entry-device-name'],
    ['a device with a blank', { name: 'aux .qli' }, 'archive-entry-device-name'],
    ['a line break in the name', { name: 'a\nb.qli' }, 'archive-entry-bad-name'],
    ['a link', { name: 'link.qli', madeOn: 3, mode: 0o120777, content: '/etc/passwd' }, 'archive-entry-link'],
    ['a pipe', { name: 'pipe.qli', madeOn: 3, mode: 0o010644 }, 'archive-entry-special'],
    ['a password', { name: 'secret.qli', flags: 1, content: 'x' }, 'archive-entry-encrypted'],
    ['an unknown packing', { name: 'odd.qli', method: 14 }, 'archive-entry-packing'],
    [
      'a file over 256 MB',
      { name: 'huge.qli', content: Buffer.alloc(2 ** 21, 'ab'), statedBytes: 257 * 2 ** 20, store: true },
      'archive-entry-too-large',
    ],
    ['a bomb', { name: 'bomb.qli', content: Buffer.alloc(60 * 2 ** 20) }, 'archive-entry-bomb'],
    [
      'a stated length that cannot be',
      { name: 'lie.qli', content: 'abc', store: true, statedBytes: 9 },
      'archive-entry-damaged',
    ],
  ])('with %s refuses that entry in a sentence of its own, and gives the rest', async (_, entry, code) => {
    const listing = await list([GOOD, entry, { name: 'also.bqm', content: 'good too' }])
    expect(listing).toMatchObject({ ok: true, refused: [{ code }] })
    expect(listing.ok && listing.entries.map(({ name }) => name)).toEqual(['good.qli', 'also.bqm'])
  })

  test('no two refusals say the same', () => {
    const sentences = Object.values(ARCHIVE_REFUSALS)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test('unpacks no more than the disk has room for', async () => {
    const listing = await list(
      [
        { name: 'a.qli', content: 'x'.repeat(600) },
        { name: 'b.qli', content: 'y'.repeat(600) },
      ],
      1_000,
    )
    expect(listing).toMatchObject({
      ok: true,
      entries: [{ name: 'a.qli' }],
      refused: [{ name: 'b.qli', code: 'archive-no-room' }],
    })
  })

  test('of 300,000 entries is refused whole', async () => {
    expect(await listArchive(zipFile(manyEntriesZip(300_000)), ROOM)).toEqual({
      ok: false,
      code: 'archive-too-many-entries',
    })
  })

  test('of 2,000 names for the same bytes gives them once', async () => {
    const listing = await listArchive(zipFile(manyEntriesZip(2_000)), ROOM)
    expect(listing.ok && [listing.entries.length, listing.refused.length]).toEqual([1, 1_999])
  })

  test.each([
    ['cut off', rawZip([GOOD]).subarray(0, 30)],
    ['without its directory', Buffer.concat([rawZip([GOOD]).subarray(0, 40), rawZip([GOOD]).subarray(-22)])],
    ['empty', Buffer.alloc(0)],
    ['really a picture', Buffer.from('GIF89a')],
  ])('that is %s is refused whole', async (_, bytes) => {
    expect(await listArchive(zipFile(bytes), ROOM)).toEqual({ ok: false, code: 'archive-broken' })
  })

  test('names without the UTF-8 flag are read as their packer meant them', async () => {
    const listing = await list([
      { name: Buffer.from('Stra\xe1e \x81ber.qli', 'latin1') },
      { name: Buffer.from('Blütenzauber.qli', 'utf8') },
      { name: Buffer.from('Fleur d’été.qli', 'utf8'), flags: 0x800 },
    ])
    expect(listing.ok && listing.entries.map(({ name }) => name)).toEqual([
      'Straße über.qli',
      'Blütenzauber.qli',
      'Fleur d’été.qli',
    ])
  })

  test('leaves the litter of operating systems out, silently', async () => {
    const listing = await list([
      { name: '__MACOSX/._a.qli' },
      { name: 'x/.DS_Store' },
      { name: 'Thumbs.db' },
      GOOD,
      { name: 'folder/' },
    ])
    expect(listing).toMatchObject({ ok: true, entries: [{ name: 'good.qli' }], refused: [] })
  })

  test('keeps two entries of one name apart', async () => {
    const listing = await list([
      { name: 'a/leaf.qli', content: '1' },
      { name: 'a/leaf.qli', content: '2' },
    ])
    expect(listing.ok && listing.entries.map(({ name }) => name)).toEqual(['a/leaf.qli', 'a/leaf (2).qli'])
  })
})

const ways = {
  'in one go': async (path: string, place: EntryPlace) => {
    const fd = openSync(path, 'r')
    try {
      return readEntry(fd, place)
    } finally {
      closeSync(fd)
    }
  },
  'in a stream': async (path: string, place: EntryPlace) => {
    const zip = await openZip(path)
    try {
      const chunks: Uint8Array[] = []
      for await (const chunk of streamEntry(zip, place)) chunks.push(chunk)
      return Buffer.concat(chunks)
    } finally {
      zip.close()
    }
  },
}

describe.each(Object.entries(ways))('an entry read %s', (_, readPlace) => {
  const read = async (entry: RawEntry): Promise<Uint8Array> => {
    const path = zipFile(rawZip([{ name: 'first.qli', content: 'first' }, entry]))
    const listing = await listArchive(path, ROOM)
    if (!listing.ok) throw new Error(listing.code)
    return readPlace(path, listing.entries[1]!)
  }

  test.each([true, false])('comes out byte for byte (stored: %s)', async store => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251))
    expect(Buffer.from(await read({ name: 'x.qli', content, store }))).toEqual(content)
  })

  test.each<[string, RawEntry]>([
    ['is longer than stated', { name: 'x.qli', content: 'longer than stated', statedBytes: 3 }],
    ['is shorter than stated', { name: 'x.qli', content: 'short', statedBytes: 300 }],
    ['has another checksum', { name: 'x.qli', content: 'changed', statedCrc: 1 }],
  ])('that %s is damaged', async (_, entry) => {
    await expect(read(entry)).rejects.toMatchObject({ code: 'archive-entry-damaged' })
  })
})
