import { Check } from 'lucide-react'
import './tick-box.css'

/** What a Checkbox shows: empty, or with a tick while it is selected. @param corner it lies in the corner of a picture */
export function TickBox({ corner = false }: { corner?: boolean }) {
  return (
    <span className={corner ? 'tick-box tick-box-corner' : 'tick-box'} aria-hidden="true">
      <Check strokeWidth={3} />
    </span>
  )
}
