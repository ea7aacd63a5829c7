import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { everyFile, filesOf } from '#shared/testing/format-files.ts'
import { toldAll, valueOf } from '#shared/testing/readings.ts'
import { allFormats, formatOfExtension } from './catalogue.ts'
import { detect, looksLike } from './detect.ts'
import { formats, readDesign } from './registry.ts'

/** The line of step 5: the example stands on the list with all others. */
vi.mock('./list.ts', async original => ({
  ...(await original<typeof import('./list.ts')>()),
  knot: (await import('#shared/testing/example-format/format.ts')).knot,
}))

const EXAMPLE = join(import.meta.dirname, '../testing/example-format')
const page = readFileSync(join(import.meta.dirname, 'HOW-TO-ADD.md'), 'utf8')
const leaf = new Uint8Array(readFileSync(join(EXAMPLE, 'leaf.knot')))

describe('a format that is a folder and a line', () => {
  test('is found out by its content, and by its name', () => {
    expect(detect(leaf, 'no extension')).toEqual({ format: 'knot', by: 'content' })
    expect(looksLike(leaf, 'leaf.knot')).toEqual(['knot'])
    expect(detect(new Uint8Array(0), 'leaf.knot')).toEqual({ format: 'knot', by: 'extension' })
    expect(formatOfExtension('knot')).toBe('knot')
    expect(allFormats().map(({ name }) => name)).toContain('Knot pattern (KNOT)')
  })

  test('is read and written through the doors of every other', () => {
    const { reading } = readDesign(leaf, 'leaf.knot')
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L25.4,12.7 L50.8,0', '60,0 L70,10'])
    const written = formats.find(({ info }) => info.name.startsWith('Knot'))!.write!(valueOf(reading))
    expect(valueOf(written).bytes).toEqual(leaf)
  })

  test('gives the tests over every format files to damage', () => {
    const own = filesOf(formats.find(({ info }) => info.name.startsWith('Knot'))!, everyFile())
    expect(own.map(({ name }) => name)).toEqual(['written as knot'])
  })
})

// Among them the rules of the registry hold for the example as for all others.
await import('./registry.test.ts')

describe('HOW-TO-ADD.md', () => {
  const blocks = [...page.matchAll(/^```\w+ (?<file>\S+)\n(?<text>[^]*?)^```$/gm)].map(({ groups }) => groups!)

  test('shows every file of the example', () => {
    expect(blocks.map(({ file }) => file)).toEqual(['leaf.knot', 'read.ts', 'write.ts', 'format.ts'])
  })

  test.each(blocks.map(({ file, text }) => [file!, text!]))('shows %s as it is', (file, text) => {
    expect(text).toBe(readFileSync(join(EXAMPLE, file), 'utf8'))
  })

  test('names only files there are', () => {
    for (const [, name] of page.matchAll(/`([\w-]+(?:\.[\w-]+)+)`/g)) {
      const folders = ['.', 'qli', 'fixtures', '../text', '../testing/example-format']
      const found = folders.some(folder => existsIn(join(import.meta.dirname, folder), name!))
      expect([name, found]).toEqual([name, true])
    }
    for (const [, path] of page.matchAll(/`(?:#shared\/|)([\w-]+(?:\/[\w.-]+)+)`/g)) {
      const roots = ['..', '../..', '.']
      const found = roots.some(root => existsIn(join(import.meta.dirname, root), path!))
      expect([path, found]).toEqual([path, true])
    }
  })
})

function existsIn(folder: string, name: string): boolean {
  return existsSync(join(folder, name))
}
