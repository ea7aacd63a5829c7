import {
  Check,
  CircleDashed,
  Cloud,
  LoaderCircle,
  type LucideIcon,
  OctagonAlert,
  Pause,
  TriangleAlert,
} from 'lucide-react'
import type { Tone } from './chip-words.ts'
import './tone-icon.css'

const ICONS: Record<Tone, LucideIcon> = {
  none: CircleDashed,
  ok: Check,
  working: LoaderCircle,
  offline: Cloud,
  paused: Pause,
  needs: TriangleAlert,
  trouble: OctagonAlert,
}

/** The shape and colour of a state; its words always stand beside it. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = ICONS[tone]
  return <Icon className={`tone-icon tone-${tone}`} strokeWidth={tone === 'ok' ? 3 : 2} aria-hidden="true" />
}
