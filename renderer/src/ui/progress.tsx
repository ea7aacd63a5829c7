import { ProgressBar } from 'react-aria-components'
import './progress.css'

interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Null: nobody knows yet how much there is. */
  readonly total: number | null
}

export function Progress({ label, done, total }: ProgressProps) {
  const isOpen = total === null || total === 0
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={isOpen}
      value={done}
      maxValue={isOpen ? 100 : Math.max(done, total)}
    >
      {({ percentage }) => (
        <div className="progress-track">
          <div
            className={isOpen ? 'progress-fill progress-open' : 'progress-fill'}
            style={isOpen ? undefined : { width: `${percentage ?? 0}%` }}
          />
        </div>
      )}
    </ProgressBar>
  )
}
