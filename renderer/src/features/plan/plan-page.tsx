import { Files, Printer, X } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { HelpSpot } from '#renderer/features/help/index.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { MakeSheet } from './make-sheet.tsx'
import { PlanFields } from './plan-fields.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { closePlan, usePlanning, versionOf } from './plan-store.ts'
import { QuiltPrint } from './quilt-print.tsx'
import { QuiltStage } from './quilt-stage.tsx'
import { lacksCorner, useCorner, useLayout, useStitches } from './use-layout.ts'
import './plan.css'

/** A quilt as large as the window, with what she decides on its left and what it comes to on its right. */
export function PlanPage() {
  const { t } = useTranslation()
  const id = usePlanning(state => state.patternId)
  return (
    <ModalOverlay className="plan-scrim" isOpen={id !== null} onOpenChange={isOpen => !isOpen && closePlan()}>
      <Modal className="plan">
        <Dialog className="plan-dialog" aria-label={t('plan.title')}>
          {id === null ? null : <Planning id={id} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function withWords(detail: PatternDetail): string {
  const version = versionOf(detail)
  return version === null
    ? t('plan.with', { name: detail.name })
    : t('plan.withVersion', { name: detail.name, version: version.name.replace(/\.[^.]*$/, '') })
}

function Planning({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const room = useRoom()
  const detail = usePlanning(state => state.detail)
  const plan = usePlanning(state => state.plan)
  const stitches = useStitches(id)
  const runs = stitches.kind === 'ready' ? stitches.runs : null
  const laying = useLayout(plan, runs, useCorner(plan))
  const [asks, setAsks] = useState<'print' | 'make' | null>(null)
  const laid = laying.kind === 'laid' ? laying.laid : null
  const isWhole = laid !== null && !lacksCorner(laid.plan)
  const onPrinted = useCallback(() => setAsks(null), [])

  return (
    <div className={`plan-room plan-in-${room}`}>
      <header className="plan-head">
        <div className="plan-words">
          <Heading slot="title" className="plan-title">
            {t('plan.title')}
          </Heading>
          {detail ? <span className="plan-with">{withWords(detail)}</span> : null}
        </div>
        <div className="plan-tools">
          <Button
            look="plain"
            icon={<Printer aria-hidden="true" />}
            isDisabled={!isWhole}
            onPress={() => setAsks('print')}
          >
            {t('plan.print')}
          </Button>
          <Button
            look="primary"
            icon={<Files aria-hidden="true" />}
            isDisabled={!isWhole}
            onPress={() => setAsks('make')}
          >
            {t('plan.make')}
          </Button>
          <HelpSpot topic="plan" />
          <Button icon={<X aria-hidden="true" />} onPress={closePlan}>
            {t('plan.close')}
          </Button>
        </div>
      </header>
      <div className="plan-middle">
        <div className="plan-quilt">
          {laid && !isWhole ? <Notice tone="plain">{t('plan.chooseCornerFirst')}</Notice> : null}
          {laid ? <QuiltStage laid={laid} /> : null}
          {laying.kind === 'refused' ? <Notice tone="warn">{sentenceFor(laying.failure)}</Notice> : null}
          {stitches.kind === 'nothing' ? <Notice tone="warn">{sentenceFor(stitches.failure)}</Notice> : null}
          {laying.kind === 'waiting' && stitches.kind !== 'nothing' ? (
            <p className="plan-waiting" role="status">
              {t('plan.loading')}
            </p>
          ) : null}
        </div>
        {plan ? (
          <section className="plan-fields" aria-label={t('plan.fields')} tabIndex={0}>
            <PlanFields plan={plan} laid={laid} />
          </section>
        ) : null}
        {laid ? (
          <section className="plan-figures" aria-label={t('plan.figuresTitle')} tabIndex={0}>
            <PlanFigures laid={laid} />
          </section>
        ) : null}
      </div>
      {asks === 'print' && laid ? <QuiltPrint laid={laid} onDone={onPrinted} /> : null}
      {asks === 'make' && laid ? <MakeSheet laid={laid} onClose={() => setAsks(null)} /> : null}
    </div>
  )
}
