import { Heart, LayoutGrid, RotateCcw, Ruler, Shapes, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { moreLike } from '#renderer/features/alike/index.ts'
import { TwinsOfOne } from '#renderer/features/doubles/index.ts'
import { AskAgain } from '#renderer/features/machines/index.ts'
import { openPlan } from '#renderer/features/plan/index.ts'
import { openPrepare } from '#renderer/features/prepare/index.ts'
import { SuggestedTags } from '#renderer/features/tidy/index.ts'
import { shortSizeWords, sizeWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { DeleteForGood } from './delete-for-good.tsx'
import { DesignerField } from './designer-field.tsx'
import { Face } from './face.tsx'
import { Fact } from './fact.tsx'
import { KindField } from './kind-field.tsx'
import { NameField } from './name-field.tsx'
import { OneSections } from './one-sections.tsx'
import { SubjectProvider } from './subject.ts'
import { TagsOfOne } from './tags-of-one.tsx'
import { daysLeftWords } from './trash-words.ts'
import { unbroken } from './unbroken.ts'

export interface PaneActions {
  /** Name of the machine she sends to; null: not chosen yet. */
  readonly machine: string | null
  readonly onSend: (ids: readonly string[]) => void
  readonly onLook: (id: string) => void
}

interface OnePatternProps {
  readonly ids: readonly string[]
  readonly detail: PatternDetail
  readonly actions: PaneActions
  readonly isPage: boolean
}

/** The chosen pattern: how it looks, what it is, and the one big thing to do with it. Most used first, the rest opens. */
export function OnePattern({ ids, detail, actions, isPage }: OnePatternProps) {
  const { t } = useTranslation()
  const subject = useMemo(() => ({ ids, count: 1 }), [ids])
  const isTrashed = detail.trashedAt !== null
  return (
    <SubjectProvider value={subject}>
      <div className="inspector-scroll">
        <Face detail={detail} onLook={actions.onLook} />
        <div className="inspector-words">
          {detail.trashedAt === null ? null : <p className="inspector-days">{daysLeftWords(detail.trashedAt)}</p>}
          <NameField key={`name ${detail.id}`} name={detail.name} level={isPage ? 1 : 2} />
          <dl className="facts facts-fields">
            <Fact name={t('inspector.designer')}>
              <DesignerField key={`designer ${detail.id}`} designer={detail.designer} />
            </Fact>
            <Fact name={t('inspector.kind')}>
              <KindField kind={detail.kind} />
            </Fact>
            <Fact name={t('inspector.size')}>
              <SizeFact detail={detail} />
            </Fact>
          </dl>
          {isTrashed ? null : <AskAgain patternId={detail.id} />}
          <TagsOfOne key={`tags ${detail.id}`} tags={detail.tags} />
          {isTrashed ? null : <SuggestedTags ids={ids} of={detail} />}
          <div className="inspector-quiet">
            {isTrashed ? (
              <DeleteForGood />
            ) : (
              <>
                <Button
                  look="plain"
                  icon={<Heart aria-hidden="true" fill={detail.favourite ? 'currentColor' : 'none'} />}
                  onPress={() => void setFavourite([detail.id], !detail.favourite)}
                >
                  {t(detail.favourite ? 'inspector.isFavourite' : 'inspector.favourite')}
                </Button>
                {detail.state === 'readable' ? (
                  <>
                    <Button look="plain" icon={<Shapes aria-hidden="true" />} onPress={() => void moreLike(detail.id)}>
                      {t('alike.more')}
                    </Button>
                    <Button look="plain" icon={<Ruler aria-hidden="true" />} onPress={() => openPrepare(detail.id)}>
                      {t('prepare.open')}
                    </Button>
                    <Button look="plain" icon={<LayoutGrid aria-hidden="true" />} onPress={() => openPlan(detail.id)}>
                      {t('plan.open')}
                    </Button>
                  </>
                ) : null}
                <TwinsOfOne patternId={detail.id} />
                <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void trash([detail.id])}>
                  {t('inspector.trash')}
                </Button>
              </>
            )}
          </div>
          <OneSections detail={detail} level={isPage ? 2 : 3} />
        </div>
      </div>
      <div className="inspector-foot">
        {isTrashed ? (
          <Button look="primary" wide icon={<RotateCcw aria-hidden="true" />} onPress={() => void restore([detail.id])}>
            {t('inspector.restore')}
          </Button>
        ) : (
          <Button look="primary" wide icon={<StickIcon />} onPress={() => actions.onSend([detail.id])}>
            {actions.machine ? t('inspector.send', { machine: actions.machine }) : t('inspector.sendFirst')}
          </Button>
        )}
      </div>
    </SubjectProvider>
  )
}

/** As it came; what is sent instead, where she chose a version; and where no size is stated, the way to give it one. */
function SizeFact({ detail }: { detail: PatternDetail }) {
  const { t } = useTranslation()
  const size = sizeOf(detail)
  const sent = detail.files.find(file => file.id === detail.versionId)?.version
  return (
    <>
      {size ?? t('inspector.sizeUnknown')}
      {sent && sent.widthMm !== null && sent.heightMm !== null ? (
        <span className="inspector-hint">
          {t('prepare.sentAs', { size: unbroken(shortSizeWords(sent.widthMm, sent.heightMm)) })}
        </span>
      ) : size === null && detail.state === 'readable' && detail.trashedAt === null ? (
        <Button look="plain" onPress={() => openPrepare(detail.id)}>
          {t('prepare.giveSize')}
        </Button>
      ) : null}
    </>
  )
}

function sizeOf({ sizeUnknown, widthMm, heightMm }: PatternDetail): string | null {
  return sizeUnknown || widthMm === null || heightMm === null ? null : unbroken(sizeWords(widthMm, heightMm))
}
