import { mkdtempSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drawn, written } from '../testing/design-files.ts'
import { planOf } from '../testing/temp-database.ts'
import { type TempLibrary, tempLibrary } from '../testing/temp-library.ts'
import { writeSetting } from '../db/tables/setting.ts'
import { sql } from '../db/sql.ts'
import { addRealPattern } from '../testing/real-patterns.ts'

const STATLER = 'gammill-statler'
let temp: TempLibrary
beforeEach(async () => {
  temp = await tempLibrary()
})
afterEach(() => temp.remove())

const mine = async () => (await temp.call('machines.list', {})).mine
async function statler() {
  const { id } = await temp.call('machines.add', { presetId: STATLER })
  return id
}

describe('the machines she owns', () => {
  test('two of one kind have names of their own, and each its rules', async () => {
    const first = await statler()
    const second = await statler()
    await temp.call('machines.rename', { id: second, name: 'The Statler in the studio' })
    await temp.call('machines.change', { id: second, set: { longestName: 12 } })
    expect((await mine()).map(one => [one.id, one.name, one.rules.longestName, one.changed])).toEqual([
      [first, 'Gammill Statler', 32, []],
      [second, 'The Statler in the studio', 12, ['longestName']],
    ])
  })

  test('each rule she changed can be put back alone, and every change undone', async () => {
    const id = await statler()
    await temp.call('machines.change', { id, set: { longestName: 12, onPieces: 'refuse', widestMm: 600 } })
    await temp.call('machines.change', { id, set: { onPieces: null } })
    expect((await mine())[0]?.changed).toEqual(['longestName', 'widestMm'])
    await temp.call('undo.undo', {})
    expect((await mine())[0]?.rules.onPieces).toBe('refuse')
    await temp.call('undo.undo', {})
    expect((await mine())[0]?.changed).toEqual([])
    await temp.call('undo.undo', {})
    expect(await mine()).toEqual([])
  })

  test('a rule set to what Bobbin has anyway is no change', async () => {
    const id = await statler()
    await temp.call('machines.change', { id, set: { longestName: 20 } })
    await temp.call('machines.change', { id, set: { longestName: 32 } })
    expect((await mine())[0]?.changed).toEqual([])
  })

  test('a kind of file nobody knows is refused, and one that a later Bobbin wrote does no harm', async () => {
    const id = await statler()
    const set = (format: string, on: boolean) =>
      temp.call('machines.change', { id, set: { formats: [{ format, on, dialect: null }] } })
    await expect(set('loom', true)).rejects.toMatchObject({ code: 'format-unknown' })
    await expect(set('qli', false)).rejects.toMatchObject({ code: 'no-format-on' })
    const later = JSON.stringify([{ format: 'loom', on: true, dialect: null }])
    temp.context.db.run(sql`update machine set formats = ${later}, experimental = '["loom"]' where id = ${id}`)
    expect((await mine())[0]?.rules.formats.map(choice => choice.format)).toEqual(['qli', 'csq', 'dxf'])
  })

  test('one that is taken off the list comes back with its rules', async () => {
    const id = await statler()
    await temp.call('machines.change', { id, set: { unit: 'mm' } })
    await temp.call('machines.trash', { id })
    expect(await mine()).toEqual([])
    await expect(temp.call('machines.rename', { id, name: 'x' })).rejects.toMatchObject({ code: 'machine-gone' })
    await temp.call('undo.undo', {})
    expect((await mine())[0]?.changed).toEqual(['unit'])
  })

  test('a name she has is not taken twice', async () => {
    await statler()
    await expect(temp.call('machines.add', { presetId: STATLER, name: 'gammill statler' })).rejects.toMatchObject({
      code: 'name-taken',
    })
  })

  test('machines an earlier Bobbin remembered as a setting are hers under the same ids, and nothing to undo', async () => {
    const kept = [
      { id: 'a', presetId: STATLER, name: 'The one upstairs' },
      { id: 'b', presetId: 'loom', name: 'No machine of ours' },
    ]
    writeSetting(temp.context.db, 'window.machines', kept)
    await temp.reopen()
    expect((await mine()).map(one => [one.id, one.name])).toEqual([['a', 'The one upstairs']])
    await expect(temp.call('undo.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await temp.call('machines.trash', { id: 'a' })
    await temp.reopen()
    expect(await mine()).toEqual([])
  })

  test('the kind used last, before she could own several, is hers', async () => {
    writeSetting(temp.context.db, 'sending.last-machine', STATLER)
    await temp.reopen()
    expect((await mine()).map(one => one.name)).toEqual(['Gammill Statler'])
  })
})

describe('sending to her machine', () => {
  let patternId: string
  beforeEach(async () => {
    const files = [{ name: 'feather.qli', bytes: written(drawn(3), 'qli') }]
    patternId = await addRealPattern(temp.context, { name: 'A very long name of a feather', files })
  })

  const target = () => ({ kind: 'folder', path: mkdtempSync(join(tmpdir(), 'bobbin-out-')) }) as const
  const send = (machineId: string, to = target()) =>
    temp.call('sending.start', { patternIds: [patternId], machineId, target: to, onExisting: 'skip' })

  test('goes by her rules: the format first in her order, the length of the name, folders', async () => {
    const id = await statler()
    const formats = [
      { format: 'dxf', on: true, dialect: 'lines' },
      { format: 'qli', on: true, dialect: null },
      { format: 'csq', on: false, dialect: null },
    ]
    await temp.call('machines.change', { id, set: { formats, longestName: 12, perDesigner: false } })
    expect((await send(id)).written.map(file => [file.file, file.format, file.source])).toEqual([
      ['A very long.dxf', 'dxf', 'converted'],
    ])
  })

  test('a format that she turned off is not used', async () => {
    const id = await statler()
    const [qli, ...others] = (await mine())[0]!.rules.formats
    await temp.call('machines.change', { id, set: { formats: [{ ...qli!, on: false }, ...others] } })
    expect((await send(id)).written[0]?.format).toBe('dxf')
  })

  test('what the machine did with it is asked, said, counted, told in its history, and undone', async () => {
    const id = await statler()
    await send(id)
    const open = { machineId: id, machine: 'Gammill Statler', patternId, format: 'qli', verdict: 'sent' }
    expect((await temp.call('machines.marksOf', { patternId })).marks).toMatchObject([open])
    await temp.call('machines.mark', { machineId: id, marks: [{ patternId, format: 'qli' }], verdict: 'refused' })
    expect((await mine())[0]?.tallies).toEqual([{ format: 'qli', took: 0, refused: 1 }])
    const { entries } = await temp.call('patterns.history', { id: patternId })
    expect(entries[0]).toMatchObject({ label: 'mark-refused', args: { machine: 'Gammill Statler', name: 'QLI' } })
    await temp.call('undo.undo', {})
    expect((await temp.call('machines.marksOf', { patternId })).marks).toMatchObject([open])
  })

  test('a pattern that was not taken as QLI goes as DXF the next time, with a word why', async () => {
    const id = await statler()
    await temp.call('machines.mark', { machineId: id, marks: [{ patternId, format: 'qli' }], verdict: 'refused' })
    const ask = { patternIds: [patternId], machineId: id, target: target() }
    expect((await temp.call('sending.plan', ask)).files).toMatchObject([
      {
        format: 'dxf',
        warnings: expect.arrayContaining([
          { code: 'format-instead', message: 'It goes as DXF, because Gammill Statler did not take QLI.' },
        ]),
      },
    ])
    await temp.call('machines.mark', { machineId: id, marks: [{ patternId, format: 'dxf' }], verdict: 'refused' })
    const [file] = (await temp.call('sending.plan', ask)).files
    expect(file?.format).toBe('qli')
    expect(file?.warnings.map(warning => warning.code)).toContain('was-refused')
  })

  test('patterns in several pieces are sent, joined or kept at home, as she says', async () => {
    const design = drawn(3)
    const pieces = { ...design, runs: [...design.runs, ...drawn(4).runs] }
    const files = [{ name: 'two.qli', bytes: written(pieces, 'qli') }]
    const two = await addRealPattern(temp.context, { name: 'Two', files })
    const id = await statler()
    const plan = () => temp.call('sending.plan', { patternIds: [two], machineId: id, target: target() })
    expect((await plan()).files).toMatchObject([{ source: 'original', warnings: [] }])
    await temp.call('machines.change', { id, set: { onPieces: 'join' } })
    const [joined] = (await plan()).files
    expect(joined?.source).toBe('converted')
    expect(joined?.warnings.map(warning => warning.code)).toContain('jumps-joined')
    await temp.call('machines.change', { id, set: { onPieces: 'refuse' } })
    expect((await plan()).skipped).toMatchObject([{ code: 'several-pieces-refused' }])
  })

  test('a kind of file nobody has tried stays here until she says yes, once for each machine', async () => {
    const { id } = await temp.call('machines.add', { presetId: 'intelliquilter' })
    const to = target()
    const ask = { patternIds: [patternId], machineId: id, target: to }
    expect((await temp.call('sending.plan', ask)).files).toMatchObject([{ format: 'iqp', asks: true }])
    expect(await send(id, to)).toMatchObject({ written: [], skipped: [{ code: 'experimental-not-agreed' }] })
    const copies = await temp.call('sending.prepare', { patternIds: [patternId], machineId: id })
    expect(copies).toMatchObject({ files: [], untried: [{ format: 'iqp', patternIds: [patternId] }] })
    await temp.call('machines.agree', { id, formats: ['iqp'], agreed: true })
    expect((await send(id, to)).written.map(file => file.format)).toEqual(['iqp'])
    await temp.call('undo.undo', {})
    expect((await temp.call('sending.plan', ask)).files).toMatchObject([{ asks: true }])
  })

  test('what she said stays said when the same file goes again', async () => {
    const id = await statler()
    await send(id)
    await temp.call('machines.mark', { machineId: id, marks: [{ patternId, format: 'qli' }], verdict: 'took' })
    await send(id)
    expect((await temp.call('machines.marksOf', { patternId })).marks[0]?.verdict).toBe('took')
  })

  test('a pattern deleted for good takes its marks along', async () => {
    const id = await statler()
    await send(id)
    await temp.call('trash.put', { ids: [patternId] })
    await temp.call('trash.deleteForGood', { ids: [patternId] })
    expect(temp.context.db.all(sql`select id from machine_mark`)).toEqual([])
  })

  test('trying it in a folder writes by the rules and remembers nothing', async () => {
    const id = await statler()
    await temp.call('machines.change', { id, set: { perDesigner: false } })
    const out = target().path
    const tried = await temp.call('machines.tryIn', { machineId: id, patternIds: [], folder: out })
    expect(tried.files.map(file => file.path)).toEqual(['A very long name of a feather.qli'])
    expect(await readdir(out)).toEqual(['A very long name of a feather.qli'])
    expect((await temp.call('machines.marksOf', { patternId })).marks).toEqual([])
  })

  test('marks are found in an index, by pattern and by machine', () => {
    const { db } = temp.context
    expect(planOf(db, sql`select id from machine_mark where pattern_id = ${'p'}`)).toContain('machine_mark_by_pattern')
    expect(
      planOf(
        db,
        sql`select format from machine_mark where machine_id = ${'m'} and trashed_at is null and verdict in ('took', 'refused')`,
      ),
    ).toContain('machine_mark_by_machine')
  })
})
