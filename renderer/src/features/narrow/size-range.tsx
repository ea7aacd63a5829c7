import { useState } from 'react'
import { Input, Label, NumberField, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { askedEnds, type Ends, setRange, shownEnds, unitMm } from '#renderer/features/search/index.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { measureWords } from '#renderer/i18n/words.ts'

const SIDES = ['width', 'height'] as const
type Side = (typeof SIDES)[number]

/** In her unit: where the line ends (whatever is larger is typed), and what one step of it is. */
const SCALE = { in: { end: 24, step: 0.5 }, cm: { end: 60, step: 1 } } as const

/** From and to, for the width and the height: typed, or slid. Nothing in a box means that end is open. */
export function SizeRanges({ chosen }: { chosen: PatternFilter }) {
  return (
    <div className="size-ranges">
      {SIDES.map(side => (
        <SizeRange key={side} side={side} ends={shownEnds(chosen[`${side}Mm`] ?? {})} />
      ))}
    </div>
  )
}

function SizeRange({ side, ends }: { side: Side; ends: Ends }) {
  const { t } = useTranslation()
  const units = unitsNow()
  const set = ({ from, to }: Ends) => {
    const isTurned = from !== null && to !== null && from > to
    setRange(`${side}Mm`, askedEnds(isTurned ? { from: to, to: from } : { from, to }))
  }
  return (
    <div className="size-range" role="group" aria-label={t(`narrow.${side}`)}>
      <div className="size-range-head" aria-hidden="true">
        <span>{t(`narrow.${side}`)}</span>
        <span className="size-range-unit">{t(`narrow.unit-${units}`)}</span>
      </div>
      <div className="size-range-ends">
        <End
          label={t(`narrow.${side}FromEnd`, { unit: t(`narrow.unit-${units}`) })}
          word={t('narrow.fromEnd')}
          mm={ends.from}
          onChange={from => set({ ...ends, from })}
        />
        <End
          label={t(`narrow.${side}ToEnd`, { unit: t(`narrow.unit-${units}`) })}
          word={t('narrow.toEnd')}
          mm={ends.to}
          onChange={to => set({ ...ends, to })}
        />
      </div>
      <Slide side={side} ends={ends} onSet={set} />
    </div>
  )
}

interface EndProps {
  readonly label: string
  readonly word: string
  readonly mm: number | null
  readonly onChange: (mm: number | null) => void
}

function End({ label, word, mm, onChange }: EndProps) {
  const { t } = useTranslation()
  const unit = unitMm()
  return (
    <NumberField
      className="size-end"
      aria-label={label}
      value={mm === null ? Number.NaN : mm / unit}
      onChange={value => onChange(Number.isFinite(value) ? value * unit : null)}
      minValue={0}
      formatOptions={{ maximumFractionDigits: 1 }}
    >
      <Label className="size-end-word">{word}</Label>
      <Input className="input size-end-input" placeholder={t('narrow.anySize')} />
    </NumberField>
  )
}

function Slide({ side, ends, onSet }: { side: Side; ends: Ends; onSet: (ends: Ends) => void }) {
  const { t } = useTranslation()
  const { end, step } = SCALE[unitsNow()]
  const unit = unitMm()
  // While it is held, only the line moves: the wall follows when it is let go.
  const [held, setHeld] = useState<readonly number[] | null>(null)
  const at = (mm: number | null, open: number) => (mm === null ? open : Math.min(end, mm / unit))
  const [from = 0, to = end] = held ?? [at(ends.from, 0), at(ends.to, end)]
  const words = (value: number) => (value <= 0 || value >= end ? t('narrow.anySize') : measureWords(value * unit))
  return (
    <Slider
      className="range size-slide"
      aria-label={t(`narrow.${side}Slide`)}
      minValue={0}
      maxValue={end}
      step={step}
      value={[from, to]}
      onChange={value => setHeld([...value])}
      onChangeEnd={value => {
        const [low = 0, high = end] = value
        setHeld(null)
        onSet({ from: low <= 0 ? null : low * unit, to: high >= end ? null : high * unit })
      }}
    >
      <SliderTrack className="range-track">
        <span className="range-line" aria-hidden="true" />
        <span
          className="range-done"
          aria-hidden="true"
          style={{ left: `${(from / end) * 100}%`, width: `${((to - from) / end) * 100}%` }}
        />
        <SliderThumb index={0} className="range-thumb" aria-label={t('narrow.fromEnd')} aria-valuetext={words(from)} />
        <SliderThumb index={1} className="range-thumb" aria-label={t('narrow.toEnd')} aria-valuetext={words(to)} />
      </SliderTrack>
    </Slider>
  )
}
