import { describe, expect, test } from 'vitest'
import { createFolderPlaces, numberedFile } from './folder-places.ts'
import { foldedName } from './file-name.ts'
import { machineById } from './machines/catalogue.ts'
import type { Entry, Listing } from './target/target.ts'

const statler = machineById('gammill-statler')!

function target(folders: Record<string, Entry[]>) {
  return async (folder: string): Promise<Listing | null> => {
    const entries = folders[folder]
    return entries ? new Map(entries.map(entry => [foldedName(entry.name), entry])) : null
  }
}
const file = (name: string): Entry => ({ name, kind: 'file' })
const folder = (name: string): Entry => ({ name, kind: 'folder' })

describe('where a pattern goes on a stick', () => {
  test('a folder for its designer, and one for patterns without a designer', async () => {
    const places = createFolderPlaces(statler, target({ '': [] }))
    expect(await places.forFile('Plume', 'Anna Müller', 'qli')).toEqual({
      folder: 'Anna Muller',
      name: 'Plume.qli',
      existing: null,
    })
    expect(await places.forFile('Plume', null, 'qli')).toMatchObject({ folder: 'Patterns', name: 'Plume.qli' })
  })

  test('two patterns of one name stand beside each other', async () => {
    const places = createFolderPlaces(statler, target({ '': [] }))
    expect((await places.forFile('Plume', null, 'qli')).name).toBe('Plume.qli')
    expect((await places.forFile('PLUME', null, 'qli')).name).toBe('PLUME 2.qli')
  })

  test('a file of the name that is there is found, however it is spelled', async () => {
    const places = createFolderPlaces(statler, target({ '': [folder('ANNA')], ANNA: [file('PLUME.QLI')] }))
    expect(await places.forFile('Plume', 'Anna', 'qli')).toEqual({
      folder: 'ANNA',
      name: 'PLUME.QLI',
      existing: 'PLUME.QLI',
    })
  })

  test('a folder or a link of the name is left alone: the pattern gets a number', async () => {
    const places = createFolderPlaces(
      statler,
      target({ '': [folder('Anna'), { name: 'Bea', kind: 'other' }], Anna: [folder('Plume.qli')] }),
    )
    expect(await places.forFile('Plume', 'Anna', 'qli')).toMatchObject({ folder: 'Anna', name: 'Plume 2.qli' })
    expect(await places.forFile('Plume', 'Bea', 'qli')).toMatchObject({ folder: 'Bea 2', name: 'Plume.qli' })
  })

  test('a folder with 500 files is full; the next one is made, and what is in the full one is still found', async () => {
    const full = Array.from({ length: 500 }, (_, index) => file(`Old ${index}.qli`))
    const places = createFolderPlaces(statler, target({ '': [folder('Anna')], Anna: full }))
    expect(await places.forFile('New', 'Anna', 'qli')).toMatchObject({ folder: 'Anna 2', existing: null })
    expect(await places.forFile('Old 7', 'Anna', 'qli')).toMatchObject({ folder: 'Anna', existing: 'Old 7.qli' })
  })

  test('a name the machine cannot show at all becomes "Pattern"', async () => {
    const places = createFolderPlaces(statler, target({ '': [] }))
    expect((await places.forFile('羽根', null, 'qli')).name).toBe('Pattern.qli')
    expect((await places.forFile('模様', null, 'qli')).name).toBe('Pattern 2.qli')
  })
})

test('a numbered file keeps its extension and the longest name', () => {
  expect(numberedFile('Plume.qli', 2, 32)).toBe('Plume 2.qli')
  expect(numberedFile(`${'a'.repeat(32)}.qli`, 2, 32)).toBe(`${'a'.repeat(30)} 2.qli`)
})
