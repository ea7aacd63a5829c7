import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '#renderer/features/places/index.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Range } from '#renderer/ui/range.tsx'
import { forgetAlike, leaveAlike, setLikeness, useAlike, useModel, wasEverything } from './alike-store.ts'
import { DrawingPicture } from './drawing-picture.tsx'
import './alike.css'

/** From one end of the slider to the other. */
const PLACES = ['motif', 'more-motif', 'both', 'more-layout', 'layout'] as const
const STEP = 0.05

interface AlikeBarProps {
  /** The drawing is in sight elsewhere: nothing of it is said here. */
  readonly isDrawing: boolean
  /** More that can be done with a drawing. */
  readonly children?: ReactNode
}

/** Says what the wall is to look like, how that is meant, and the way back. */
export function AlikeBar({ isDrawing, children }: AlikeBarProps) {
  const { t } = useTranslation()
  const model = useModel()
  useForgetting()
  if (!model || isDrawing) return null
  return (
    <section className="alike" aria-label={t('alike.title')}>
      <div className="alike-model">
        <div className="alike-face">
          {model.kind === 'pattern' ? <Picture of={model} /> : <DrawingPicture lines={model.lines} />}
        </div>
        <div className="alike-words">
          <h2 className="alike-name">
            {model.kind === 'pattern' ? t('alike.pattern', { name: model.name }) : t('alike.drawing')}
          </h2>
          {model.kind === 'drawing' ? children : null}
        </div>
      </div>
      <Likeness />
      <BackButton />
    </section>
  )
}

/** From the same motif, however it is laid out, to the same layout. */
export function Likeness() {
  const { t } = useTranslation()
  const likeness = useAlike(state => state.likeness)
  const place = PLACES[Math.round(likeness * (PLACES.length - 1))] ?? 'both'
  return (
    <div className="alike-likeness">
      <Range
        label={t('alike.likeness')}
        value={likeness}
        min={0}
        max={1}
        step={STEP}
        onChange={setLikeness}
        words={t(`alike.place-${place}`)}
      />
      <div className="alike-ends" aria-hidden="true">
        <span>{t('alike.motif')}</span>
        <span>{t('alike.layout')}</span>
      </div>
    </div>
  )
}

/** The way back, to everything or to where she was. */
export function BackButton() {
  const { t } = useTranslation()
  const isEverything = useAlike(wasEverything)
  return (
    <Button icon={<ArrowLeft aria-hidden="true" />} onPress={back}>
      {t(isEverything ? 'alike.back' : 'alike.backBefore')}
    </Button>
  )
}

function back(): void {
  leaveAlike()
  document.getElementById('wall')?.focus()
}

/** In another place there is nothing of it left. */
function useForgetting(): void {
  const place = usePlaces(state => state.place)
  useEffect(() => {
    const { model, place: made } = useAlike.getState()
    if (model && made !== place) forgetAlike()
  }, [place])
}
