import { ChevronLeft, ChevronRight, Minus, Plus, Scan, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Run } from '#shared/geometry/design.ts'
import { library } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { sizeWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { stopLooking, usePreview } from './preview-store.ts'
import { useDesignCanvas } from './use-design-canvas.ts'
import './big-view.css'

interface BigViewProps {
  /** To the pattern before or after on the wall; null at its ends. */
  readonly onStep: (by: 1 | -1) => void
}

type Loaded =
  | { readonly kind: 'drawing' }
  | { readonly kind: 'ready'; readonly id: string; readonly runs: readonly Run[] }
  | { readonly kind: 'nothing'; readonly id: string; readonly words: string }

const DRAWING: Loaded = { kind: 'drawing' }

/** One pattern as large as the window: every stitch, with where the needle starts and ends. */
export function BigView({ onStep }: BigViewProps) {
  const looking = usePreview(state => state.looking)
  const { t } = useTranslation()
  return (
    <ModalOverlay
      className="big-view-scrim"
      isOpen={looking !== null}
      onOpenChange={isOpen => !isOpen && stopLooking()}
    >
      <Modal className="big-view">
        <Dialog className="big-view-dialog" aria-label={t('preview.look')}>
          {looking === null ? null : <View id={looking} onStep={onStep} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function View({ id, onStep }: { id: string } & BigViewProps) {
  const { t } = useTranslation()
  const loaded = useRuns(id)
  const detail = usePreview(state => (state.detail?.id === id ? state.detail : null))
  const runs = loaded.kind === 'ready' ? loaded.runs : null
  const bounds = useMemo(() => runs && boundsOf({ runs, metadata: { notes: [], size: 'stated' } }), [runs])
  const { frame, canvas, input, zoom, fit } = useDesignCanvas(runs, bounds, { onStep, onClose: stopLooking })
  const name = detail?.name ?? ''
  return (
    <>
      <header className="big-view-head">
        <Heading slot="title" className="big-view-name">
          {name}
        </Heading>
        <span className="big-view-size">{sizeOf(detail)}</span>
        <Button look="outline" icon={<X aria-hidden="true" />} onPress={stopLooking}>
          {t('preview.closeView')}
        </Button>
      </header>
      <div
        ref={frame}
        className="big-view-cloth"
        role="application"
        aria-label={t('preview.viewLabel', { name })}
        tabIndex={0}
        {...input}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <p className="preview-marks big-view-marks">
          <span className="mark-start" aria-hidden="true" /> {t('preview.start')}
          <span className="mark-end" aria-hidden="true" /> {t('preview.end')}
        </p>
        {loaded.kind === 'drawing' ? <p className="big-view-words">{t('preview.drawing')}</p> : null}
        {loaded.kind === 'nothing' ? <p className="big-view-words">{loaded.words}</p> : null}
      </div>
      <footer className="big-view-foot">
        <div className="big-view-tools">
          <Button look="plain" icon={<ChevronLeft aria-hidden="true" />} onPress={() => onStep(-1)}>
            {t('preview.previous')}
          </Button>
          <Button look="plain" icon={<ChevronRight aria-hidden="true" />} onPress={() => onStep(1)}>
            {t('preview.next')}
          </Button>
          <Button icon={<Minus aria-hidden="true" />} onPress={() => zoom(1 / 1.5)}>
            {t('preview.zoomOut')}
          </Button>
          <Button icon={<Plus aria-hidden="true" />} onPress={() => zoom(1.5)}>
            {t('preview.zoomIn')}
          </Button>
          <Button icon={<Scan aria-hidden="true" />} onPress={fit}>
            {t('preview.fit')}
          </Button>
        </div>
      </footer>
    </>
  )
}

function sizeOf(detail: PatternDetail | null): string {
  if (!detail || detail.sizeUnknown || detail.widthMm === null || detail.heightMm === null) return ''
  return sizeWords(detail.widthMm, detail.heightMm)
}

function useRuns(id: string): Loaded {
  const { t } = useTranslation()
  const [loaded, setLoaded] = useState<Loaded>(DRAWING)
  useEffect(() => {
    const stop = new AbortController()
    library.call('patterns.design', { id }, { signal: stop.signal }).then(
      ({ runs }) => {
        if (stop.signal.aborted) return
        setLoaded(
          runs.length > 0
            ? { kind: 'ready', id, runs: runs.map(({ ops, coords }) => ({ ops, coords })) }
            : { kind: 'nothing', id, words: t('preview.cannotDraw') },
        )
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setLoaded({ kind: 'nothing', id, words: sentenceFor(problemOf(error)) })
      },
    )
    return () => stop.abort()
  }, [id, t])
  return loaded.kind !== 'drawing' && loaded.id === id ? loaded : DRAWING
}
