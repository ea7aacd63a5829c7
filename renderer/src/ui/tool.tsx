import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import './tool.css'

interface ToolProps extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly icon: ReactNode
  /** One short word under the drawing. */
  readonly word: string
  /** All of it, where the word alone does not say it. */
  readonly label?: string
}

/** A small, quiet button with a drawing and a word under it. */
export function Tool({ icon, word, label, ...rest }: ToolProps) {
  return (
    <AriaButton {...rest} className="tool" {...(label === undefined ? {} : { 'aria-label': label })}>
      {icon}
      <span className="tool-word">{word}</span>
    </AriaButton>
  )
}
