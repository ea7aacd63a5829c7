import { describe, expect, test } from 'vitest'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { samplesArePresent } from '#shared/testing/files.ts'
import { peerFiles } from '#shared/testing/peer-designs.ts'

/** What two readers of one file may differ by in its extents, and what the chords of those programs stray, millimetres. */
const EXTENTS = 0.1
const CHORDS = 0.1

const byFormat = Object.entries(Object.groupBy(peerFiles(), ({ name }) => name.slice(0, name.indexOf('/'))))

describe.skipIf(!samplesArePresent)(
  'what other programs wrote of our designs is read as those designs (skipped where ../shared/samples is absent)',
  () => {
    test('in at least eight formats', () => {
      expect(byFormat.length).toBeGreaterThanOrEqual(8)
    })

    test.each(byFormat)('%s', (_format, files = []) => {
      expect(files.length).toBeGreaterThan(2)
      for (const { name, given, read, stepMm } of files) {
        const [theirs, ours] = [boundsOf(given)!, boundsOf(read)!]
        const apart = Math.max(Math.abs(widthOf(theirs) - widthOf(ours)), Math.abs(heightOf(theirs) - heightOf(ours)))
        expect([name, apart <= EXTENTS + stepMm]).toEqual([name, true])
        const { distanceMm } = hausdorff(moveStartTo(given, 0, 0), moveStartTo(read, 0, 0))
        expect([name, distanceMm <= CHORDS + stepMm]).toEqual([name, true])
      }
    })
  },
)
