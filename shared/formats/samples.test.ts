import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { isFiniteRun } from '#shared/geometry/sanitise.ts'
import { SAMPLES, filesBelow, samplesArePresent } from '#shared/testing/files.ts'
import { formats, readDesign } from './registry.ts'

/** Samples that are no patterns, and the code their page asks for. Every other sample of these formats must read. */
const REFUSED: Readonly<Record<string, string>> = {
  // Nothing in the drawing but a viewport; its lines are in blocks nobody inserts.
  'dxf/bjnortier-dxf/empty.dxf': 'no-stitching',
  // Points or texts only.
  'dxf/bjnortier-dxf/points.dxf': 'no-stitching',
  'dxf/bjnortier-dxf/texts.dxf': 'no-stitching',
  'dxf/ezdxf/MODEL.dxf': 'no-stitching',
  'dxf/ezdxf/mtext_columns_R2007.dxf': 'no-stitching',
  'dxf/ezdxf/mtext_columns_R2018.dxf': 'no-stitching',
  // Tables and no drawing.
  'dxf/dxf-parser/tables.dxf': 'no-entities',
  // An empty ENTITIES section.
  'dxf/ezdxf/Minimal_DXF_AC1009.dxf': 'no-stitching',
  'dxf/ezdxf/Minimal_DXF_AC1021.dxf': 'no-stitching',
  'dxf/ezdxf/dxf_unicode.dxf': 'no-stitching',
  'dxf/ezdxf/layout_broken_links.dxf': 'no-stitching',
  'dxf/ezdxf/layout_missing_block_record.dxf': 'no-stitching',
  'dxf/ezdxf/r2000_blocks_with_no_name_and_no_block_record.dxf': 'no-stitching',
  'dxf/ezdxf/r2000_blocks_with_no_names.dxf': 'no-stitching',
  'dxf/ezdxf/small_r14.dxf': 'no-stitching',
  // No element to draw, a path without data, or text only.
  'svg/vpype-tests/misc__empty.svg': 'no-stitching',
  'svg/vpype-tests/misc__empty_path.svg': 'no-stitching',
  'svg/vpype-tests/misc__text_element.svg': 'no-stitching',
}

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
      expect([name, runs.length > 0, runs.every(isFiniteRun), boundsOf(reading.value) !== null]).toEqual([
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
