import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Segments } from '#renderer/ui/choice.tsx'
import { Range } from '#renderer/ui/range.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { CARD_MM, COARSEST_PX, FINEST_PX, measuredAs, pxPerInch } from './real-size.ts'
import { keepScreenSize, useScreenSize } from './view-store.ts'
import './real-size-sheet.css'

interface RealSizeSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The screen is known now. */
  readonly onMeasured: () => void
}

const THINGS = ['card', 'ruler'] as const
type Thing = (typeof THINGS)[number]
const STEP_PX = 0.25

/** Once: how large an inch is on this screen, by holding something known against it. */
export function RealSizeSheet({ open, onClose, onMeasured }: RealSizeSheetProps) {
  const { t } = useTranslation()
  const measured = useScreenSize(state => state.measured)
  const [chosen, setChosen] = useState<number | null>(null)
  const [thing, setThing] = useState<Thing>('card')
  const px = chosen ?? pxPerInch(measured, window.devicePixelRatio)
  const step = (by: number) => setChosen(Math.min(FINEST_PX, Math.max(COARSEST_PX, px + by)))

  function close(isMeasured: boolean) {
    keepScreenSize(isMeasured ? measuredAs(px, window.devicePixelRatio) : null)
    setChosen(null)
    onClose()
    if (isMeasured) onMeasured()
  }

  return (
    <Sheet
      open={open}
      onClose={() => close(false)}
      title={t('closely.measureTitle')}
      size="small"
      foot={
        <>
          <Button onPress={() => close(false)}>{t('closely.measureLater')}</Button>
          <Button look="primary" onPress={() => close(true)}>
            {t('closely.measureDo')}
          </Button>
        </>
      }
    >
      <p>{t('closely.measureHow')}</p>
      <div className="measure">
        <div className="measure-thing">{thing === 'card' ? <Card px={px} /> : <PaperRuler px={px} />}</div>
        <div className="measure-how">
          <Segments
            label={t('closely.measureWith')}
            options={[
              { id: 'card', label: t('closely.card') },
              { id: 'ruler', label: t('closely.rulerThing') },
            ]}
            value={thing}
            onChange={setThing}
          />
          <div className="measure-slider">
            <Button onPress={() => step(-STEP_PX)}>{t('closely.smaller')}</Button>
            <Range
              label={t('closely.measureSlider')}
              min={COARSEST_PX}
              max={FINEST_PX}
              step={STEP_PX}
              value={px}
              onChange={setChosen}
            />
            <Button onPress={() => step(STEP_PX)}>{t('closely.larger')}</Button>
          </div>
        </div>
      </div>
    </Sheet>
  )
}

function Card({ px }: { readonly px: number }) {
  const { t } = useTranslation()
  const scale = px / MM_PER_INCH
  return (
    <div
      className="measure-card"
      style={{
        width: `${CARD_MM.width * scale}px`,
        height: `${CARD_MM.height * scale}px`,
        borderRadius: `${CARD_MM.corner * scale}px`,
      }}
    >
      {t('closely.cardWords')}
    </div>
  )
}

/** Four inches or ten centimetres, marked as on any ruler. */
function PaperRuler({ px }: { readonly px: number }) {
  const units = useUnits()
  const parts = units === 'in' ? 4 : 10
  const part = units === 'in' ? px : (px / MM_PER_INCH) * 10
  return (
    <ol className="measure-ruler" aria-hidden="true">
      {Array.from({ length: parts }, (_, index) => (
        <li key={index} style={{ width: `${part}px` }}>
          {index + 1}
        </li>
      ))}
    </ol>
  )
}
