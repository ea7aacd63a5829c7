import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { isFinite } from '#shared/geometry/sanitise.ts'
import { SAMPLES, filesBelow, samplesArePresent } from '#shared/testing/files.ts'
import { formats, readDesign } from './registry.ts'

/** Samples that are no patterns, and the code their page asks for. Every other sample of these formats must read. */
const REFUSED: Readonly<Record<string, string>> = {}

test.skipIf(!samplesArePresent)(
  'every sample reads, or is refused as its page asks (skipped where ../shared/samples is absent)',
  () => {
    const known = new Set<string>(formats.map(({ info }) => info.id))
    const refused: Record<string, string> = {}
    let read = 0
    for (const { name, bytes } of filesBelow(SAMPLES)) {
      if (!known.has(name.split('/')[0]!)) continue
      const { reading } = readDesign(bytes, name)
      if (!reading.ok) {
        refused[name] = reading.failure.code
        continue
      }
      read++
      const { runs } = reading.value
      expect([name, runs.length > 0, runs.every(isFinite), boundsOf(reading.value) !== null]).toEqual([
        name,
        true,
        true,
        true,
      ])
    }
    expect(refused).toEqual(REFUSED)
    expect(read).toBeGreaterThan(0)
  },
)
