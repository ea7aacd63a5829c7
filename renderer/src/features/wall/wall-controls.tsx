import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Slider, SliderThumb, SliderTrack, Switch } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { counted } from '#renderer/i18n/words.ts'
import { LARGEST, NAMED_SIZES, positionOf, SIZE_STEP, SMALLEST } from './picture-size.ts'
import { setSeveral, useSelection } from './selection.ts'
import { useWall } from './wall-store.ts'
import { setPictureSize, useWallView } from './wall-view-store.ts'
import './wall-controls.css'

/** What the nearest whole place of the slider is called. */
const NEAREST = ['smallest', 'small', 'medium', 'large', 'largest'] as const

interface WallHeaderProps {
  /** What narrows the wall, left. */
  readonly children: ReactNode
  readonly order: ReactNode
  /** Said after the number: what stands first and why. */
  readonly first: string | null
  readonly isSearching: boolean
  /** No room for the strip below the wall: its controls open from a button here. */
  readonly compact: boolean
}

/** What hangs on the wall, in numbers, and in which order. */
export function WallHeader({ children, order, first, isSearching, compact }: WallHeaderProps) {
  const { t } = useTranslation()
  const total = useWall(state => state.total)
  return (
    <div className="wall-header">
      {children}
      <span className="wall-found" role="status">
        {total === null ? '' : t(isSearching ? 'search.found' : 'search.count', counted(total))}
        {total && first ? <span className="wall-first">{t('search.first', { first })}</span> : null}
      </span>
      {compact ? <ViewButton order={order} /> : null}
    </div>
  )
}

/** The controls of the strip below the wall, where that has no room. */
function ViewButton({ order }: { order: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<SlidersHorizontal aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('wall.view')}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('wall.view')} size="small">
        <div className="wall-view">
          {order}
          <SizeSlider />
          <SeveralSwitch />
        </div>
      </Sheet>
    </>
  )
}

/** The strip below the wall: choosing several, the order, and how large the pictures are. */
export function WallFooter({ order }: { order: ReactNode }) {
  return (
    <div className="wall-footer">
      <SeveralSwitch />
      {order}
      <SizeSlider />
    </div>
  )
}

function SeveralSwitch() {
  const { t } = useTranslation()
  const several = useSelection(state => state.several)
  return (
    <Switch className="several" isSelected={several} onChange={setSeveral}>
      <span className="several-track" aria-hidden="true">
        <span className="several-knob" />
      </span>
      {t('wall.several')}
    </Switch>
  )
}

function SizeSlider() {
  const { t } = useTranslation()
  const size = useWallView(state => state.size)
  const words = t(`wall.sizes.${NEAREST[Math.round(size)] ?? 'medium'}`)
  return (
    <Slider
      className="size-slider"
      aria-label={t('wall.size')}
      minValue={SMALLEST}
      maxValue={LARGEST}
      step={SIZE_STEP}
      value={size}
      onChange={value => setPictureSize(value)}
    >
      <span className="size-word" aria-hidden="true">
        {t('wall.size')}
      </span>
      <SliderTrack className="size-track">
        {NAMED_SIZES.map(name => (
          <span
            key={name}
            className="size-stop"
            aria-hidden="true"
            style={{ left: `${(positionOf(name) / LARGEST) * 100}%` }}
          />
        ))}
        <SliderThumb className="size-thumb" aria-valuetext={words} />
      </SliderTrack>
      <span className="size-now">{words}</span>
    </Slider>
  )
}
