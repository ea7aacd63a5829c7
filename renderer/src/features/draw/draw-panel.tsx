import { Eraser, Undo2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Likeness } from '#renderer/features/alike/index.ts'
import { counted } from '#renderer/i18n/words.ts'
import { useThreadColour } from '#renderer/pictures/studio.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DrawPad } from './draw-pad.tsx'
import { clearPad, closePad, undoStroke, usePad, takeShape } from './draw-store.ts'
import { type Shape, SHAPES, shapeOf } from './ready-made.ts'
import { HEIGHT, pathOf } from './strokes.ts'
import './draw.css'

interface DrawPanelProps {
  /** Patterns on the wall now. */
  readonly found: number
  /** The pad takes the place of the wall: there is a button to what was found. */
  readonly isPage: boolean
}

/** The pad and what goes with it. The wall beside it follows every move. */
export function DrawPanel({ found, isPage }: DrawPanelProps) {
  const { t } = useTranslation()
  const isOpen = usePad(state => state.isOpen)
  const isEmpty = usePad(state => state.drawing.length === 0)
  const hasEarlier = usePad(state => state.earlier.length > 0)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOpen) panel.current?.focus()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <section
      ref={panel}
      className={isPage ? 'draw draw-page' : 'draw'}
      aria-label={t('draw.title')}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <div className="draw-head">
        <h2 className="draw-title">{t('draw.title')}</h2>
        <AriaButton className="narrow-close" onPress={leave}>
          <X aria-hidden="true" />
          <span>{t('draw.close')}</span>
        </AriaButton>
      </div>
      <div className="draw-middle">
        <div className="draw-hand">
          <DrawPad />
          <div className="draw-tools">
            <Button look="plain" icon={<Undo2 aria-hidden="true" />} isDisabled={!hasEarlier} onPress={undoStroke}>
              {t('draw.undo')}
            </Button>
            <Button look="plain" icon={<Eraser aria-hidden="true" />} isDisabled={isEmpty} onPress={clearPad}>
              {t('draw.clear')}
            </Button>
          </div>
          <Likeness />
        </div>
        <div className="draw-shapes" role="group" aria-label={t('draw.shapes')}>
          <h3 className="draw-shapes-title" aria-hidden="true">
            {t('draw.shapes')}
          </h3>
          <div className="draw-shape-list">
            {SHAPES.map(shape => (
              <ShapeButton key={shape} shape={shape} />
            ))}
          </div>
        </div>
      </div>
      {isPage && !isEmpty ? (
        <div className="draw-foot">
          <Button look="primary" wide onPress={leave}>
            {t('draw.show', counted(found))}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function ShapeButton({ shape }: { shape: Shape }) {
  const { t } = useTranslation()
  const colour = useThreadColour()
  return (
    <AriaButton className="draw-shape" onPress={() => takeShape(shape)}>
      <svg viewBox={`0 0 ${HEIGHT} ${HEIGHT}`} aria-hidden="true">
        {shapeOf(shape).map(stroke => (
          <path key={pathOf(stroke)} d={pathOf(stroke)} stroke={colour} />
        ))}
      </svg>
      <span>{t(`draw.${shape}`)}</span>
    </AriaButton>
  )
}

function leave(): void {
  closePad()
  document.getElementById('wall')?.focus()
}
