import { expect, test } from 'vitest'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { filesBelow, SAMPLES, samplesArePresent } from '#shared/testing/files.ts'
import { formatOf, readDesign } from './registry.ts'

/** The same few designs as another program wrote them, in each format it writes, and as the format pages build them. */
const OF_PEERS = /^[^/]+\/(?:peer-pystitch|derived-from-spec)\/(?<design>.*)\.[^.]+$/

test.skipIf(!samplesArePresent)(
  'a design written by a peer in many formats has one size (skipped where ../shared/samples is absent)',
  () => {
    const sizes = new Map<string, { name: string; size: readonly [number, number]; step: number }[]>()
    for (const { name, bytes } of filesBelow(SAMPLES)) {
      const design = OF_PEERS.exec(name)?.groups?.design
      const { detection, reading } = readDesign(bytes, name)
      const format = formatOf(detection.format)
      if (design === undefined || format === undefined) continue
      const bounds = reading.ok ? boundsOf(reading.value) : null
      if (bounds === null) throw new Error(`${name} is not read`)
      const size = [widthOf(bounds), heightOf(bounds)] as const
      sizes.set(design, [...(sizes.get(design) ?? []), { name, size, step: format.limits?.stepMm ?? 0 }])
    }
    expect(sizes.size).toBe(8)
    for (const files of sizes.values()) {
      const [first, ...others] = files.toSorted((a, b) => a.step - b.step)
      for (const other of others) {
        const off = Math.max(...other.size.map((length, side) => Math.abs(length - first!.size[side]!)))
        expect([other.name, off]).toEqual([other.name, expect.toSatisfy((mm: number) => mm < 0.1 + other.step)])
      }
    }
  },
)
