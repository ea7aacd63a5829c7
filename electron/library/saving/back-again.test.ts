import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
