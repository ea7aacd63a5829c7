import { ArrowLeft, Heart, Maximize2, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { lookAt } from '#renderer/features/closely/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { lengthWords, sizeWords } from '#renderer/i18n/words.ts'
import { faceOf, Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { filesWords, kindWords } from './facts.ts'
import { usePreview } from './preview-store.ts'
import { Tags } from './tags.tsx'
import './preview-pane.css'

interface PreviewPaneProps {
  /** Name of the machine she sends to; null: not chosen yet. */
  readonly machine: string | null
  readonly onSend: (id: string) => void
  /** Where the pane is a page: the way back to the wall. */
  readonly onBack: (() => void) | null
}

/** The chosen pattern: how it looks, what it is, and the one big thing to do with it. */
export function PreviewPane({ machine, onSend, onBack }: PreviewPaneProps) {
  const { t } = useTranslation()
  const detail = usePreview(state => state.detail)
  const problem = usePreview(state => state.problem)
  return (
    <aside className="preview" aria-label={t('preview.title')}>
      {onBack ? (
        <Button look="plain" icon={<ArrowLeft aria-hidden="true" />} onPress={onBack}>
          {t('preview.backToWall')}
        </Button>
      ) : null}
      {detail ? (
        <Detail detail={detail} machine={machine} onSend={onSend} isPage={onBack !== null} />
      ) : problem ? (
        <Notice tone="warn">{sentenceFor(problem)}</Notice>
      ) : (
        <p className="preview-none">{t('preview.none')}</p>
      )}
    </aside>
  )
}

interface DetailProps extends Pick<PreviewPaneProps, 'machine' | 'onSend'> {
  readonly detail: PatternDetail
  readonly isPage: boolean
}

function Detail({ detail, machine, onSend, isPage }: DetailProps) {
  const { t } = useTranslation()
  // A page has one heading of the first order; beside the wall the wall has it.
  const [Name, Title] = isPage ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const)
  const isTrashed = detail.trashedAt !== null
  return (
    <>
      <div className="preview-top">
        <div className="preview-picture">
          <Picture of={detail} ends />
          {faceOf(detail) ? null : (
            <p className="preview-no-picture">
              {t(detail.state === 'locked' ? 'preview.locked' : 'preview.unreadable')}
            </p>
          )}
        </div>
        {detail.sketchKey ? (
          <p className="preview-marks">
            <span className="mark-start" aria-hidden="true" /> {t('preview.start')}
            <span className="mark-end" aria-hidden="true" /> {t('preview.end')}
          </p>
        ) : null}
      </div>
      <div className="preview-words">
        <Name className="preview-name">{detail.name}</Name>
        {detail.designer ? <p className="preview-designer">{t('preview.by', { designer: detail.designer })}</p> : null}
        <Facts detail={detail} />
        <Tags key={detail.id} detail={detail} />
        <div className="preview-actions">
          {isTrashed ? (
            <Button
              look="primary"
              wide
              icon={<RotateCcw aria-hidden="true" />}
              onPress={() => void restore([detail.id])}
            >
              {t('preview.restore')}
            </Button>
          ) : (
            <Button look="primary" wide icon={<StickIcon />} onPress={() => onSend(detail.id)}>
              {machine ? t('preview.send', { machine }) : t('preview.sendFirst')}
            </Button>
          )}
          {detail.state === 'readable' ? (
            <Button wide icon={<Maximize2 aria-hidden="true" />} onPress={() => lookAt(detail.id)}>
              {t('preview.look')}
            </Button>
          ) : null}
          {isTrashed ? null : (
            <div className="preview-quiet">
              <Button
                look="plain"
                icon={<Heart aria-hidden="true" fill={detail.favourite ? 'currentColor' : 'none'} />}
                onPress={() => void setFavourite([detail.id], !detail.favourite)}
              >
                {t(detail.favourite ? 'preview.isFavourite' : 'preview.favourite')}
              </Button>
              <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void trash([detail.id])}>
                {t('preview.trash')}
              </Button>
            </div>
          )}
        </div>
        {detail.notes ? (
          <section className="preview-notes">
            <Title>{t('preview.notes')}</Title>
            <p>{detail.notes}</p>
          </section>
        ) : null}
      </div>
    </>
  )
}

function Facts({ detail }: { detail: PatternDetail }) {
  const { t } = useTranslation()
  const size = detail.sizeUnknown
    ? t('wall.sizeUnknown')
    : detail.widthMm !== null && detail.heightMm !== null
      ? sizeWords(detail.widthMm, detail.heightMm)
      : null
  const facts: [string, string | null][] = [
    [t('preview.kind'), kindWords(detail)],
    [t('preview.size'), size],
    [t('preview.stitched'), detail.stitchedMm !== null && !detail.sizeUnknown ? lengthWords(detail.stitchedMm) : null],
    [t('preview.files'), filesWords(detail.files)],
    [t('preview.collections'), detail.collections.map(one => one.name).join(', ')],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, words]) =>
        words ? (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
