import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary`: the one thing to do here. `plain`: quiet, for what is rarely wanted. */
  readonly look?: 'primary' | 'outline' | 'plain' | 'on-bar' | 'on-bar-primary'
  readonly icon?: ReactNode
  readonly wide?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with a word on it, large enough for any hand. */
export function Button({ look = 'outline', icon, wide = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${look}${wide ? ' button-wide' : ''}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  )
}
