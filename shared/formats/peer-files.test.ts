import { describe, expect, test } from 'vitest'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { filesBelow, SAMPLES, samplesArePresent } from '#shared/testing/files.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { oneLine } from './one-line.ts'
import { formatOf, formats, readDesign } from './registry.ts'

// Designs of ours that other programs wrote (pystitch 1.0.1, ezdxf 1.4.4; ../shared/samples/SOURCES.md), or that were built from a
// format's page as those programs read it: what we read from their
// files is the design they were given, so their reading and ours agree.

/** What two readers of one file may differ by in its extents, and what the chords of those programs stray, millimetres. */
const EXTENTS = 0.1
const CHORDS = 0.1

const files = samplesArePresent
  ? filesBelow(SAMPLES).filter(({ name }) => /^[^/]+\/(peer-|derived-from-spec)/.test(name))
  : []
const drawn = new Map<string, Design>()
for (const { name, bytes } of samplesArePresent ? filesBelow(`${SAMPLES}/svg/bobbin-synthetic`) : [])
  drawn.set(name.slice(0, -4), valueOf(readDesign(bytes, name).reading))

/** The design a file was made of, by its name; flavours of DXF have theirs behind it. */
function designOf(name: string): Design | undefined {
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return drawn.get(stem) ?? drawn.get(stem.replace(/-r(12|2000).*$/, ''))
}

describe.skipIf(!samplesArePresent)('files of other programs (skipped where ../shared/samples is absent)', () => {
  const folders = [...new Set(files.map(({ name }) => name.split('/')[0]!))]

  test.each(folders.filter(folder => formats.some(({ info }) => info.id === folder)))(
    'hold the design they were made of: %s',
    folder => {
      let compared = 0
      for (const { name, bytes } of files.filter(file => file.name.startsWith(`${folder}/`))) {
        const original = designOf(name)
        const { detection, reading } = readDesign(bytes, name)
        if (original === undefined || !reading.ok) continue
        const format = formatOf(detection.format)!
        const step = format.limits?.stepMm ?? 0
        const given = format.limits?.oneLine ? valueOf(oneLine(original, 'join', new WarningList())) : original
        const [theirs, ours] = [boundsOf(given)!, boundsOf(reading.value)!]
        const apart = Math.max(Math.abs(widthOf(theirs) - widthOf(ours)), Math.abs(heightOf(theirs) - heightOf(ours)))
        expect([name, apart <= EXTENTS + step]).toEqual([name, true])
        const { distanceMm } = hausdorff(moveStartTo(given, 0, 0), moveStartTo(reading.value, 0, 0))
        expect([name, distanceMm <= CHORDS + step]).toEqual([name, true])
        compared++
      }
      expect(compared).toBeGreaterThan(2)
    },
  )
})
