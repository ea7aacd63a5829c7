import { expect, onTestFinished, test } from 'vitest'
import { formatOf } from '#shared/formats/registry.ts'
import { LINE } from '#shared/geometry/design.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

test('the whole stitching of a pattern is read again from its file; what cannot be read is a sentence', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const runs = [{ ops: Uint8Array.of(LINE, LINE), coords: Float64Array.of(0, 0, 50.8, 0, 50.8, 25.4) }]
  const written = formatOf('qli')!.write!({ runs, metadata: { notes: [], size: 'stated' } })
  if (!written.ok) throw new Error(written.failure.message)
  const [good, bad] = await addPatterns(temp.context, [
    { name: 'Corner', files: ['corner.qli'], contents: [new TextDecoder().decode(written.value.bytes)] },
    { name: 'Broken', files: ['broken.qli'], contents: ['no pattern at all'] },
  ])
  const design = await temp.call('patterns.design', { id: good! })
  expect(design.runs).toHaveLength(1)
  const coords = [...design.runs[0]!.coords]
  expect(coords.map(value => Math.round(value * 10) / 10)).toEqual([0, 0, 50.8, 0, 50.8, 25.4])
  await expect(temp.call('patterns.design', { id: bad! })).rejects.toHaveProperty('code')
  await expect(temp.call('patterns.design', { id: 'nobody' })).rejects.toMatchObject({ code: 'pattern-gone' })
})
