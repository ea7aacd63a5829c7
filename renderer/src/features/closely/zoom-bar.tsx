import { Minus, Plus, Ruler, Scan, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RealSizeSheet } from './real-size-sheet.tsx'
import type { CameraHold } from './use-camera.ts'
import { changeLiking, changeView, useLiking, useScreenSize } from './view-store.ts'

const PRESS_ZOOM = 1.5

interface ZoomBarProps {
  readonly hold: CameraHold
  /** False: only the proportions are known, so there is no real size. */
  readonly hasSize: boolean
  /** The tools open as a page, and words are short. */
  readonly isNarrow: boolean
}

/** Closer, farther, all of it, as large as on the quilt. */
export function ZoomBar({ hold, hasSize, isNarrow }: ZoomBarProps) {
  const { t } = useTranslation()
  const [isMeasuring, setMeasuring] = useState(false)
  const isAsked = useScreenSize(state => state.isAsked)
  const hasTools = useLiking(state => state.hasTools)

  function toRealSize() {
    hold.toRealSize()
    if (!isAsked) setMeasuring(true)
  }

  return (
    <div className="zoom-bar">
      <Button icon={<Minus aria-hidden="true" />} onPress={() => hold.zoom(1 / PRESS_ZOOM)}>
        {t('closely.zoomOut')}
      </Button>
      <span className="zoom-words" role="status">
        {hasSize ? (
          <ZoomWords percent={(hold.camera.scale / hold.real) * 100} isShort={isNarrow} />
        ) : (
          t('closely.sizeUnknown')
        )}
      </span>
      <Button icon={<Plus aria-hidden="true" />} onPress={() => hold.zoom(PRESS_ZOOM)}>
        {t('closely.zoomIn')}
      </Button>
      <Button look="plain" icon={<Scan aria-hidden="true" />} onPress={hold.fitIn}>
        {t('closely.fit')}
      </Button>
      <Button look="plain" icon={<Ruler aria-hidden="true" />} isDisabled={!hasSize} onPress={toRealSize}>
        {t('closely.realSize')}
      </Button>
      <span className="spring" />
      <Button
        look={hasTools && !isNarrow ? 'outline' : 'plain'}
        icon={<SlidersHorizontal aria-hidden="true" />}
        aria-expanded={hasTools && !isNarrow}
        onPress={() => (isNarrow ? changeView({ isToolPage: true }) : changeLiking({ hasTools: !hasTools }))}
      >
        {t('closely.tools')}
      </Button>
      <RealSizeSheet open={isMeasuring} onClose={() => setMeasuring(false)} onMeasured={hold.toRealSize} />
    </div>
  )
}

function ZoomWords({ percent, isShort }: { readonly percent: number; readonly isShort: boolean }) {
  const { t } = useTranslation()
  if (Math.abs(percent - 100) < 0.5) return t('closely.atRealSize')
  const words = { percent: numberWords(percent < 10 ? Number(percent.toFixed(1)) : Math.round(percent)) }
  return t(isShort ? 'closely.zoomShort' : 'closely.zoom', words)
}
