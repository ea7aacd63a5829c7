import { ChevronLeft, ChevronRight } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted, stretchWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import type { ShownDesign } from './shown-design.ts'
import { changeView, useView } from './view-store.ts'

/** More lines than anyone reads; the two buttons reach the rest. */
const LISTED = 200
const ALL = 'all'

/** The stitching run by run: one stands out, the others are pale. */
export function RunTools({ design }: { readonly design: ShownDesign }) {
  const { t } = useTranslation()
  const run = useView(state => state.run)
  const total = design.runs.length
  const to = (next: number | null) => changeView({ run: next, gone: null, isPlaying: false })
  const listed = design.journey.walk.runs.slice(0, LISTED)
  return (
    <section className="trial">
      <h2>{t('closely.runs')}</h2>
      <p className="trial-hint">{t('closely.runsHint')}</p>
      <p className="run-at" role="status">
        {run === null ? t('closely.allRuns') : t('closely.runAt', { number: run + 1, total })}
      </p>
      <div className="trial-pairs">
        <Button
          icon={<ChevronLeft aria-hidden="true" />}
          isDisabled={run === null}
          onPress={() => to(run === null || run === 0 ? null : run - 1)}
        >
          {t('closely.previousRun')}
        </Button>
        <Button
          icon={<ChevronRight aria-hidden="true" />}
          isDisabled={run === total - 1}
          onPress={() => to(run === null ? 0 : run + 1)}
        >
          {t('closely.followingRun')}
        </Button>
      </div>
      <ListBox
        className="run-list"
        aria-label={t('closely.runs')}
        selectionMode="single"
        // The arrow keys step from run to run.
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[run === null ? ALL : String(run)]}
        onSelectionChange={keys => {
          const key = keys === 'all' ? ALL : [...keys][0]
          if (key !== undefined) to(key === ALL ? null : Number(key))
        }}
      >
        <ListBoxItem id={ALL} className="run-item" textValue={t('closely.allRuns')}>
          {t('closely.allRuns')}
        </ListBoxItem>
        {listed.map((walked, index) => {
          const words = t('closely.run', { number: index + 1 })
          const pause = design.runs[index]?.pauseBefore
          return (
            <ListBoxItem key={index} id={String(index)} className="run-item" textValue={words}>
              <span>{words}</span>
              <span className="run-length">{stretchWords(walked.to - walked.from)}</span>
              {pause === undefined ? null : (
                <span className="run-pause">
                  {pause === '' ? t('closely.runPause') : t('closely.runPauseWords', { words: pause })}
                </span>
              )}
            </ListBoxItem>
          )
        })}
      </ListBox>
      {total > LISTED ? <p className="trial-hint">{t('closely.manyRuns', counted(LISTED))}</p> : null}
    </section>
  )
}
