/** The figures of a plan as a quilter says them. */
import type { SewingPlan } from '#shared/domain/quilt-plan.ts'
import type { BorderSide } from '#shared/planning/border.ts'
import type { PlannedLayout } from '#shared/planning/plan-layout.ts'
import type { RowsLayout } from '#shared/planning/rows.ts'
import { MM_PER_YARD } from '#shared/planning/thread.ts'
import { MM_PER_UNIT } from '#renderer/features/closely/index.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { counted, measureWords, numberWords } from '#renderer/i18n/words.ts'
import type { Laid } from './use-layout.ts'

/** "8 rows of 4 repeats, 32 in all". */
export function layoutWords(layout: PlannedLayout): string {
  if (layout.kind === 'rows') return rowsWords(layout)
  return t('plan.figures.border', { repeats: t('plan.figures.repeats', counted(layout.repeats)) })
}

function rowsWords({ lines, repeats }: RowsLayout): string {
  const counts = [...new Set(lines.map(row => row.places.length))].toSorted((a, b) => a - b)
  const rows = t('plan.figures.rows', counted(lines.length))
  const each = counts.length === 1 ? t('plan.figures.repeats', counted(counts[0] ?? 0)) : null
  return each === null
    ? t('plan.figures.mixed', {
        rows,
        fewer: numberWords(counts[0] ?? 0),
        more: numberWords(counts.at(-1) ?? 0),
        formatted: numberWords(repeats),
      })
    : t('plan.figures.even', { rows, each, formatted: numberWords(repeats) })
}

/** Less than this beyond an edge is rounding, not trim. */
const LEAST_TRIM_MM = 0.5

/** "3 in on the right, 2 in at the bottom"; null when the rows end with the quilt. */
export function trimWords({ trim }: RowsLayout): string | null {
  const sides = (['left', 'right', 'top', 'bottom'] as const).filter(side => trim[side] >= LEAST_TRIM_MM)
  if (sides.length === 0) return null
  return sides.map(side => t(`plan.figures.trim.${side}`, { length: measureWords(trim[side]) })).join(', ')
}

/** "10.9 in high and 13 in wide, 1.2 times its own size". */
export function repeatWords({ layout, facts }: Laid): string {
  const wide = layout.kind === 'rows' ? layout.advanceMm : facts.advanceMm * layout.scale
  const high = layout.kind === 'rows' ? layout.rowHeightMm : layout.depthMm
  const size = { width: measureWords(wide), height: measureWords(high) }
  const isOwn = Math.abs(layout.scale - 1) < 0.005
  return isOwn
    ? t('plan.figures.ownSize', size)
    : t('plan.figures.scaled', { ...size, percent: numberWords(Math.round(layout.scale * 100)) })
}

export function sideWords({ side, repeats, stretchPercent }: BorderSide): string {
  const words = { side: t(`plan.side.${side}`), repeats: t('plan.figures.repeats', counted(repeats)) }
  const percent = Math.abs(stretchPercent).toFixed(1)
  if (percent === '0.0') return t('plan.figures.sideExact', words)
  return t(stretchPercent > 0 ? 'plan.figures.sideLonger' : 'plan.figures.sideShorter', { ...words, percent })
}

/** How the repeats of a row hang together. */
export function joinWords({ figures, layout }: Laid): readonly string[] {
  const { within, between } = figures
  const words: string[] = []
  const isRows = layout.kind === 'rows'
  if (within.jumps > 0) {
    words.push(t('plan.figures.jumpsWithin', { ...counted(within.jumps), length: measureWords(within.widestMm) }))
  } else if (within.stitched > 0) words.push(t('plan.figures.stitchedOver', counted(within.stitched)))
  else if (within.meets > 0) words.push(t(isRows ? 'plan.figures.meetsRow' : 'plan.figures.meetsSide'))
  if (between.jumps > 0) {
    words.push(t(isRows ? 'plan.figures.jumpsBetween' : 'plan.figures.jumpsBetweenSides', counted(between.jumps)))
  } else if (between.stitched > 0) words.push(t('plan.figures.stitchedBetween', counted(between.stitched)))
  if (figures.atEdges > 0) words.push(t('plan.figures.atEdges', counted(figures.atEdges)))
  return words
}

/** "Rows begin, from the top edge, at 0, 12, 24 in": what is marked on the quilt, or set at the machine. */
export function rowsBeginWords(layout: PlannedLayout): string | null {
  if (layout.kind !== 'rows') return null
  const units = unitsNow()
  const places = layout.lines.map(row => oneDecimal((layout.quilt.heightMm - row.topMm) / MM_PER_UNIT[units]))
  return t('plan.figures.rowsBegin', { places: places.join(', '), unit: units })
}

function oneDecimal(value: number): string {
  return String(Number(value.toFixed(1)))
}

/** "412 yards (377 m)": whole ones, rounded up, hers first. */
export function threadWords(mm: number): string {
  const yards = t('plan.yards', counted(Math.ceil(mm / MM_PER_YARD)))
  const metres = t('plan.metres', counted(Math.ceil(mm / 1000)))
  const [first, second] = unitsNow() === 'in' ? [yards, metres] : [metres, yards]
  return t('size.both', { first, second })
}

/** A spool by the number on its label: yards in America, metres elsewhere. */
export function spoolWords(mm: number): string {
  return unitsNow() === 'in'
    ? t('plan.yards', counted(Math.round(mm / MM_PER_YARD)))
    : t('plan.metres', counted(Math.round(mm / 1000)))
}

/** "2 h 40 min": ten minutes are as near as an estimate of hours comes. */
export function timeWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return t('plan.minutes', counted(minutes))
  const rounded = Math.round(minutes / 5) * 5
  const hours = Math.floor(rounded / 60)
  const rest = rounded % 60
  return rest === 0 ? t('plan.hours', counted(hours)) : t('plan.hoursMinutes', { hours, minutes: rest })
}

export function paceWords({ stitchesPerMinute, stitchesPerInch }: SewingPlan): string {
  return t('plan.figures.pace', { speed: numberWords(stitchesPerMinute), inch: numberWords(stitchesPerInch) })
}
