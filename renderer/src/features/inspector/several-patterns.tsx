import { Heart, RotateCcw, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatternsSummary } from '#shared/contract/library/inspector.ts'
import { restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { SuggestedTags } from '#renderer/features/tidy/index.ts'
import { counted, lengthWords } from '#renderer/i18n/words.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { DeleteForGood } from './delete-for-good.tsx'
import { DesignerField } from './designer-field.tsx'
import { Fact } from './fact.tsx'
import { timeWords } from './facts.ts'
import { KindField } from './kind-field.tsx'
import { NameField } from './name-field.tsx'
import { NotesOfSeveral } from './notes-field.tsx'
import type { PaneActions } from './one-pattern.tsx'
import { CollectionsOfSeveral, TagsOfSeveral } from './places-of-several.tsx'
import { Section } from './section.tsx'
import { SubjectProvider } from './subject.ts'
import { formatsWords, sizeRangeWords, stateWords } from './several-words.ts'

interface SeveralPatternsProps {
  readonly ids: readonly string[]
  readonly summary: PatternsSummary
  readonly actions: PaneActions
  readonly isPage: boolean
}

/** Several patterns as one: what they share, "(different)" where they do not; what is changed is changed in all and undone as one. */
export function SeveralPatterns({ ids, summary, actions, isPage }: SeveralPatternsProps) {
  const { t } = useTranslation()
  const { count } = summary
  const subject = useMemo(() => ({ ids, count }), [ids, count])
  const level = isPage ? 2 : 3
  const Title = isPage ? 'h1' : 'h2'
  const areTrashed = summary.trashed === count
  const areFavourites = summary.favourite.same && summary.favourite.value
  const total = summary.stitchedMm > 0 ? summary.stitchedMm : null
  const size = sizeRangeWords(summary.size)
  const states = stateWords(summary.states)
  return (
    <SubjectProvider value={subject}>
      <div className="inspector-scroll">
        <div className="inspector-top">
          <div className={`faces faces-${summary.faces.length}`}>
            {summary.faces.map(face => (
              <div key={face.id} className="one-face">
                <Picture of={face} />
              </div>
            ))}
          </div>
        </div>
        <div className="inspector-words">
          <Title className="inspector-name">{t('inspector.several', counted(count))}</Title>
          <p className="inspector-hint">{t('inspector.severalHint')}</p>
          <dl className="facts facts-fields">
            <Fact name={t('inspector.designer')}>
              <DesignerField
                key={`${String(summary.designer.same)} ${summary.designer.same ? (summary.designer.value ?? '') : ''}`}
                designer={summary.designer.same ? summary.designer.value : null}
                isDifferent={!summary.designer.same}
              />
            </Fact>
            <Fact name={t('inspector.kind')}>
              <KindField kind={summary.kind.same ? summary.kind.value : null} />
            </Fact>
            <Fact name={t('inspector.size')}>
              {size?.map(words => <p key={words}>{words}</p>) ?? t('inspector.sizeUnknown')}
            </Fact>
          </dl>
          <TagsOfSeveral tags={summary.tags} />
          {areTrashed ? null : <SuggestedTags ids={ids} of={summary} />}
          {areTrashed ? (
            <div className="inspector-quiet">
              <DeleteForGood />
            </div>
          ) : (
            <div className="inspector-quiet">
              <Button
                look="plain"
                icon={<Heart aria-hidden="true" fill={areFavourites ? 'currentColor' : 'none'} />}
                onPress={() => void setFavourite(ids, !areFavourites)}
              >
                {t(areFavourites ? 'inspector.areFavourites' : 'inspector.favourites')}
              </Button>
              <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void trash(ids)}>
                {t('inspector.trash')}
              </Button>
            </div>
          )}
          <div className="sections">
            <Section
              id="collections"
              level={level}
              title={t('inspector.collections')}
              brief={summary.collections.map(one => one.name).join(', ')}
            >
              <CollectionsOfSeveral collections={summary.collections} />
            </Section>
            <Section
              id="notes"
              level={level}
              title={t('inspector.notes')}
              brief={summary.notes.same ? (summary.notes.value.split('\n')[0] ?? '') : t('inspector.different')}
            >
              <NotesOfSeveral notes={summary.notes.same ? summary.notes.value : null} />
            </Section>
            <Section id="stitching" level={level} title={t('inspector.stitching')} brief={timeWords(total) ?? ''}>
              <dl className="facts">
                {total === null ? null : (
                  <>
                    <Fact name={t('inspector.time')}>{timeWords(total)}</Fact>
                    <Fact name={t('inspector.stitched')}>{lengthWords(total)}</Fact>
                  </>
                )}
                {states === null ? null : <Fact name={t('inspector.readable')}>{states}</Fact>}
              </dl>
            </Section>
            <Section id="files" level={level} title={t('inspector.files')} brief={formatsWords(summary.formats, 3)}>
              <p>{formatsWords(summary.formats)}</p>
            </Section>
            <Section
              id="name"
              level={level}
              title={t('inspector.name')}
              brief={summary.name.same ? summary.name.value : t('inspector.different')}
            >
              <NameField name={summary.name.same ? summary.name.value : null} level={null} />
            </Section>
          </div>
        </div>
      </div>
      <div className="inspector-foot">
        {areTrashed ? (
          <Button look="primary" wide icon={<RotateCcw aria-hidden="true" />} onPress={() => void restore(ids)}>
            {t('inspector.restoreSeveral', counted(count))}
          </Button>
        ) : (
          <Button look="primary" wide icon={<StickIcon />} onPress={() => actions.onSend(ids)}>
            {actions.machine
              ? t('inspector.sendSeveral', { machine: actions.machine, ...counted(count) })
              : t('inspector.sendSeveralFirst', counted(count))}
          </Button>
        )}
      </div>
    </SubjectProvider>
  )
}
