import { LoaderCircle, Pause } from 'lucide-react'
import { Button } from 'react-aria-components'
import './work-chip.css'

interface WorkChipProps {
  readonly words: string
  readonly isPaused: boolean
  readonly onPress: () => void
}

/** Long work she left to itself: how far it is, and the way back to it. */
export function WorkChip({ words, isPaused, onPress }: WorkChipProps) {
  return (
    <Button className="work-chip" onPress={onPress}>
      {isPaused ? <Pause aria-hidden="true" /> : <LoaderCircle className="turning" aria-hidden="true" />}
      <span>{words}</span>
    </Button>
  )
}
