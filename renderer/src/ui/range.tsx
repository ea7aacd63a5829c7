import { useLayoutEffect, useRef } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import './range.css'

interface RangeProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  /** What the value is called, for who hears the page. */
  readonly words?: string
}

/** A value on a line, dragged or stepped with the arrow keys. */
export function Range({ label, value, min, max, step, onChange, words }: RangeProps) {
  const input = useRef<HTMLInputElement>(null)
  // The part itself tells the bare number; it writes the attribute anew with each value, before this.
  useLayoutEffect(() => {
    if (words !== undefined) input.current?.setAttribute('aria-valuetext', words)
  })
  const part = max > min ? (value - min) / (max - min) : 0
  return (
    <Slider
      className="range"
      aria-label={label}
      minValue={min}
      maxValue={max}
      step={step}
      value={value}
      onChange={onChange}
    >
      <SliderTrack className="range-track">
        <span className="range-line" aria-hidden="true" />
        <span className="range-done" aria-hidden="true" style={{ width: `${part * 100}%` }} />
        <SliderThumb className="range-thumb" inputRef={input} />
      </SliderTrack>
    </Slider>
  )
}
