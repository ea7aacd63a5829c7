import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField as AriaNumberField } from 'react-aria-components'
import './number-field.css'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  /** What the buttons change, and what a typed number is rounded to. Null: any number may be typed, and the buttons go by one. */
  readonly step?: number | null
  /** Decimals shown and kept. */
  readonly digits?: number
  /** What the two buttons do, for who hears the page: said before the label. */
  readonly less: string
  readonly more: string
}

/** A number to type or to step, with buttons large enough for any hand. */
export function NumberField({ label, value, onChange, min, max, step = 1, digits = 2, less, more }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="number-field"
      value={value}
      // An emptied field is no number; what was there stays.
      onChange={next => Number.isFinite(next) && onChange(next)}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === null ? {} : { step })}
      formatOptions={{ maximumFractionDigits: digits }}
    >
      <Label className="number-label">{label}</Label>
      <Group className="number-group">
        <Button slot="decrement" className="number-step" aria-label={less}>
          <Minus aria-hidden="true" />
        </Button>
        <Input className="number-input" />
        <Button slot="increment" className="number-step" aria-label={more}>
          <Plus aria-hidden="true" />
        </Button>
      </Group>
    </AriaNumberField>
  )
}
