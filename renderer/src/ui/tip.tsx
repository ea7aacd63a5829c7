import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import './tip.css'

/** A line more about a button, on hover and on focus; never the only place that says it. */
export function WithTip({ tip, children }: { tip: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={600} closeDelay={200}>
      {children}
      <Tooltip className="tip" placement="bottom" offset={6}>
        {tip}
      </Tooltip>
    </TooltipTrigger>
  )
}
