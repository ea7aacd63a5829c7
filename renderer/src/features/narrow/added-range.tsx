import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { setRange, type ValueRange } from '#renderer/features/search/index.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** From one day to another, for what was brought in at a time she remembers. */
export function AddedRange({ chosen: { addedBetween } }: { chosen: PatternFilter }) {
  const { t } = useTranslation()
  const { min, max } = addedBetween ?? {}
  const set = (range: ValueRange) =>
    setRange('addedBetween', range.min === undefined && range.max === undefined ? null : inOrder(range))
  return (
    <div className="added-range">
      <Day label={t('narrow.addedFirst')} at={min} onChange={at => set(range(at, max))} />
      <Day label={t('narrow.addedLast')} at={max} onChange={at => set(range(min, at && at + DAY_MS - 1))} />
    </div>
  )
}

function range(min: number | undefined, max: number | undefined): ValueRange {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** A first day after the last means the other way round. */
function inOrder({ min, max }: ValueRange): ValueRange {
  if (min === undefined || max === undefined || min <= max) return range(min, max)
  return { min: max - DAY_MS + 1, max: min + DAY_MS - 1 }
}

interface DayProps {
  readonly label: string
  readonly at: number | undefined
  /** The day's first moment where she is. */
  readonly onChange: (at: number | undefined) => void
}

function Day({ label, at, onChange }: DayProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const done = () => {
    if (typed === null) return
    setTyped(null)
    const day = typed === '' ? undefined : new Date(`${typed}T00:00`).getTime()
    if (day === undefined || Number.isFinite(day)) onChange(day)
  }
  return (
    <TextField className="added-day" value={typed ?? dayText(at)} onChange={setTyped} onBlur={done}>
      <Label className="size-end-word">{label}</Label>
      <Input
        type="date"
        className="input added-input"
        onKeyDown={event => {
          if (event.key === 'Enter') done()
        }}
      />
    </TextField>
  )
}

/** `2026-01-05`, the day where she is. */
function dayText(at: number | undefined): string {
  if (at === undefined) return ''
  const day = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
