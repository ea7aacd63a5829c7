import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preparation } from '#shared/contract/library/preparation.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary } from '#library/testing/temp-library.ts'

test('a library saved to a folder and brought in again elsewhere has its names, designers, keywords and notes', async () => {
  const old = await tempLibrary()
  const fresh = await tempLibrary()
  const to = await mkdtemp(join(tmpdir(), 'bobbin-again-'))
  try {
    const line = fixture('generated/line-arc.qli')
    const dragons = fixture('stitchables/border - viking stylized dragons v1.qli')
    const { context } = old
    await addRealPattern(context, {
      name: 'Grandmother’s Dragons',
      designer: 'Anna Müller',
      kind: 'border',
      notes: 'Bought in 2009.',
      tags: ['dragon', 'viking'],
      files: [{ name: 'untitled.qli', bytes: dragons }],
    })
    // Another pattern whose file has the very same name.
    await addRealPattern(context, {
      name: 'Simple Arc',
      designer: 'Bea',
      tags: ['modern'],
      files: [{ name: 'untitled.qli', bytes: line }],
    })
    await old.call('saving.all', { to })
    const { id } = await fresh.call('imports.look', { paths: [to] })
    await fresh.call('imports.add', { id })
    const { patterns } = await fresh.call('patterns.list', { sort: 'name' })
    const details = await Promise.all(patterns.map(pattern => fresh.call('patterns.get', { id: pattern.id })))
    expect(details.map(({ name, designer }) => [name, designer])).toEqual([
      ['Grandmother’s Dragons', 'Anna Müller'],
      ['Simple Arc', 'Bea'],
    ])
    expect(details[0]).toMatchObject({ kind: 'border', notes: 'Bought in 2009.' })
    const tags = details.map(detail => detail.tags.map(tag => tag.name))
    expect(tags).toEqual([['dragon', 'viking'], ['modern']])
  } finally {
    await old.remove()
    await fresh.remove()
    await rm(to, { recursive: true })
  }
})

test('versions she prepared come home as versions of their pattern, under its name', async () => {
  const old = await tempLibrary()
  const fresh = await tempLibrary()
  const to = await mkdtemp(join(tmpdir(), 'bobbin-versions-'))
  try {
    const bytes = fixture('stitchables/border - viking stylized dragons v1.qli')
    const patternId = await addRealPattern(old.context, { name: 'Dragons', files: [{ name: 'dragons.qli', bytes }] })
    for (const some of [{ widthMm: 200 }, { mirrorX: true, turnDegrees: -90 }])
      await old.call('preparing.keep', { patternId, recipe: preparation.parse(some) })
    await old.call('saving.all', { to })
    const { id } = await fresh.call('imports.look', { paths: [to] })
    await fresh.call('imports.add', { id })
    const { patterns } = await fresh.call('patterns.list', {})
    expect(patterns.map(pattern => pattern.name)).toEqual(['Dragons'])
    const { files, widthMm } = await fresh.call('patterns.get', { id: patterns[0]!.id })
    expect(widthMm).toBeCloseTo(387.6, 0)
    expect(files.map(file => [file.name, file.version?.recipe.turnDegrees ?? null])).toEqual([
      ['Dragons, 7.87 inches wide.svg', 0],
      ['Dragons, mirrored, turned 90° right.svg', -90],
      ['dragons.qli', null],
    ])
  } finally {
    await old.remove()
    await fresh.remove()
    await rm(to, { recursive: true })
  }
})
