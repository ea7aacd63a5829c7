import { formats } from '#shared/formats/registry.ts'
import type { Design } from '#shared/geometry/design.ts'
import { reverseDesign } from '#shared/geometry/reverse.ts'
import { mirror, rotate, scale, translate } from '#shared/geometry/transform.ts'
import type { Dice } from '../dice.ts'
import { designOf } from '../shape/designs.ts'
import { TURN } from '../shape/pen.ts'
import * as line from './line-changes.ts'

/** What a verdict has to say of such a copy. `other`: that it is not the same. */
export type Expected = 'same' | 'stretched' | 'other'

/** How a copy of a design comes to be on her disk. */
export interface Change {
  readonly kind: string
  readonly expected: Expected
  /** Null: this design cannot be changed so (a format refuses it). */
  copy(design: Design, dice: Dice): Design | null
}

const DEGREE = TURN / 360
const onLines = (kind: string, expected: Expected, change: line.LineChange): Change => ({
  kind,
  expected,
  copy: (design, dice) => designOf(change(line.linesOf(design), dice)),
})

/** Written in a format and read again; not where the gaps would be stitched, which makes another line of it. */
const throughFormats: Change = {
  kind: 'through another format',
  expected: 'same',
  copy(design, dice) {
    const able = formats.filter(format => format.read !== undefined && format.write !== undefined)
    const format = dice.pick(able)
    const written = format.write?.(design, { jumps: 'refuse' })
    if (!written?.ok || !format.read) return null
    const reading = format.read(written.value.bytes)
    return reading.ok ? reading.value : null
  },
}

export const CHANGES: readonly Change[] = [
  onLines('resampled', 'same', line.resampled),
  onLines('simplified', 'same', line.simplified),
  { kind: 'to a spline and back', expected: 'same', copy: design => line.throughSpline(design) },
  onLines('rounded', 'same', line.rounded),
  {
    kind: 'scaled and moved',
    expected: 'same',
    copy: (design, dice) =>
      translate(scale(design, dice.between(0.4, 2.2)), dice.between(-500, 500), dice.between(-500, 500)),
  },
  { kind: 'reversed', expected: 'same', copy: design => reverseDesign(design) },
  onLines('split and shuffled', 'same', line.shuffled),
  throughFormats,
  { kind: 'mirrored', expected: 'same', copy: (design, dice) => mirror(design, dice.pick(['x', 'y'])) },
  {
    kind: 'a quarter or a half turn',
    expected: 'same',
    copy: (design, dice) => rotate(design, dice.pick([90, 180, 270]) * DEGREE),
  },
  {
    kind: 'turned 2 to 3 degrees',
    expected: 'same',
    copy: (design, dice) => rotate(design, dice.between(2, 3) * dice.pick([1, -1]) * DEGREE),
  },
  onLines('tail cut', 'same', line.tailCut),
  onLines('tie-off added', 'same', line.tieOffAdded),
  {
    kind: 'stretched 2 to 4 %',
    expected: 'stretched',
    copy: (design, dice) => scale(design, dice.between(1.02, 1.04), 1),
  },
]

/** Designs that are near a design and are not it. */
export const NEAR_MISSES: readonly Change[] = [
  onLines('a part left out', 'other', line.partLeftOut),
  onLines('a part added', 'other', line.partAdded),
  onLines('drawn again by hand', 'other', line.redrawn),
  onLines('once more beside it', 'other', line.onceMore),
]
