import { describe, expect, test } from 'vitest'
import { type CatalogueRow, readCatalogue } from './catalogue.ts'
import { indexCatalogue } from './match.ts'

const read = (text: string | Uint8Array) => {
  const reading = readCatalogue(typeof text === 'string' ? Buffer.from(text) : text)
  if (!reading.ok) throw new Error('no catalogue')
  return reading
}

describe('a catalogue', () => {
  test('is read with its columns found by name', () => {
    const { rows, problems } = read(
      'Title,File_Name,Author,Keywords,Notes,Width_In,Height_In,Type\r\n' +
        'Feather Swirl,swirl.qli,Jane Doe,"feather; swirl;  Feather",Nice one,12.5,8,Border\r\n',
    )
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        line: 2,
        fileName: 'swirl.qli',
        name: 'Feather Swirl',
        designer: 'Jane Doe',
        kind: 'border',
        tags: ['Feather', 'swirl'],
        notes: 'Nice one',
        widthIn: 12.5,
        heightIn: 8,
      },
    ])
  })

  test.each([
    ['semicolons', 'file_name;name;keywords\na.qli;Leaf;"x;y"\n'],
    ['tabs', 'file_name\tname\tkeywords\na.qli\tLeaf\tx, y\n'],
    ['a mark at the beginning', '\ufefffile_name,name,keywords\na.qli,Leaf,x;y\n'],
  ])('with %s is read', (_, text) => {
    expect(read(text).rows).toMatchObject([{ fileName: 'a.qli', name: 'Leaf', tags: ['x', 'y'] }])
  })

  test('of an old Windows program keeps its letters', () => {
    expect(read(Buffer.from('file_name,name\na.qli,Bl\xfcte\n', 'latin1')).rows[0]?.name).toBe('Blüte')
  })

  test('tells a malformed line by its number and reads on', () => {
    const { rows, problems } = read('file_name,name\na.qli,Leaf\nb.qli,Rose,and,more\n,Nameless\nc.qli,Shell\n')
    expect(rows.map(row => row.fileName)).toEqual(['a.qli', 'c.qli'])
    expect(problems.map(problem => problem.line)).toEqual([3, 4])
    expect(problems[0]?.message).toContain('Line 3')
  })

  test('a quote that never closes does not take the program down', () => {
    const { rows, problems } = read('file_name,name\na.qli,Leaf\nb.qli,"never closed\nc.qli,x\n')
    expect(rows.length + problems.length).toBeGreaterThan(0)
  })

  test('a table of other things is none', () => {
    expect(readCatalogue(Buffer.from('date,amount\n2020-01-01,5\n'))).toEqual({ ok: false })
    expect(readCatalogue(Buffer.from(''))).toEqual({ ok: false })
  })
})

describe('a line of a catalogue', () => {
  const row = (fileName: string, name: string): CatalogueRow => ({ line: 1, fileName, name, tags: [] })

  test('finds its file by name, without folders and case', () => {
    const index = indexCatalogue([row('D:\\Patterns\\Swirl.QLI', 'Swirl')])
    expect(index.find('swirl.qli')?.name).toBe('Swirl')
  })

  test('speaks of the file in its own folder when several lines bear the name', () => {
    const index = indexCatalogue([row('Anna/Leaf/untitled.qli', 'Leaf'), row('Anna/Wave/untitled.qli', 'Wave')])
    expect(index.find('untitled.qli', '/home/x/Saved/Anna/Wave')?.name).toBe('Wave')
    expect(index.find('untitled.qli', 'elsewhere')?.name).toBe('Leaf')
  })

  test('finds the same design in another format', () => {
    expect(indexCatalogue([row('Feather_Swirl.qli', 'x')]).find('FeatherSwirl.dxf')?.name).toBe('x')
    expect(indexCatalogue([row('FeatherSwirl', 'x')]).find('FeatherSwirl.dxf')?.name).toBe('x')
  })

  test('a name that two lines bear differently says nothing', () => {
    const index = indexCatalogue([row('leaf.qli', 'One'), row('leaf.bqm', 'Two')])
    expect(index.find('leaf.dxf')).toBeNull()
    expect(index.find('leaf.bqm')?.name).toBe('Two')
  })
})
