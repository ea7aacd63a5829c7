import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
} from 'react-aria-components'
import './choice.css'

export interface Option<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly picture?: ReactNode
}

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly options: readonly Option<Id>[]
  /** Null: several at once, chosen elsewhere. */
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly showLabel?: boolean
  /** What a picker says while `value` is null. */
  readonly several?: string
}

function known<Id extends string>(options: readonly Option<Id>[], value: unknown): Id | null {
  return options.find(option => option.id === value)?.id ?? null
}

/** A few choices side by side, all in sight. */
export function Segments<Id extends string>({ label, options, value, onChange, showLabel }: ChoiceProps<Id>) {
  return (
    <RadioGroup
      className="segments-group"
      {...(showLabel ? {} : { 'aria-label': label })}
      orientation="horizontal"
      value={value}
      onChange={next => {
        const id = known(options, next)
        if (id !== null) onChange(id)
      }}
    >
      {showLabel ? <Label className="choice-label">{label}</Label> : null}
      <div className="segments">
        {options.map(option => (
          <Radio key={option.id} value={option.id} className="segment">
            {option.picture}
            <span>{option.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

/** One of a list that opens; for when there are many or little room. */
export function Picker<Id extends string>({
  label,
  options,
  value,
  onChange,
  showLabel,
  several = '',
}: ChoiceProps<Id>) {
  return (
    <Select
      className="picker"
      placeholder={several}
      {...(showLabel ? {} : { 'aria-label': label })}
      value={value}
      onChange={next => {
        const id = known(options, next)
        if (id !== null) onChange(id)
      }}
    >
      {showLabel ? <Label className="choice-label">{label}</Label> : null}
      <AriaButton className="picker-button">
        <SelectValue className="picker-value" />
        <ChevronDown aria-hidden="true" />
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <ListBox className="menu" items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-word">{option.label}</span>
                  {isSelected ? <Check aria-hidden="true" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
