import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import { useAsked } from './use-asked.ts'
import './switch.css'

interface SwitchProps {
  readonly isOn: boolean
  /** Never rejects. */
  readonly onChange: (isOn: boolean) => Promise<void> | void
  readonly children: ReactNode
}

/** On or off, with its words beside it. */
export function Switch({ isOn, onChange, children }: SwitchProps) {
  const [shown, ask] = useAsked(isOn, onChange)
  return (
    <AriaSwitch className="switch" isSelected={shown} onChange={ask}>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-knob" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  )
}
