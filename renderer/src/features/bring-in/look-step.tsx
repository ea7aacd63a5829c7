import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Segments } from '#renderer/ui/choice.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { addChosen, closeBringIn, startOver, stopImport, useBringIn } from './bring-in-store.ts'
import { Candidates } from './candidates.tsx'
import { countSentences, foundSentence } from './counts.ts'
import { FileByFile, type Outcome, useNamedFiles } from './file-by-file.tsx'
import { HereAlready } from './here-already.tsx'
import { TwinsHere } from './twins-here.tsx'
import { SuggestedTags } from './suggested-tags.tsx'

/** Files she may want to know by name before she adds the rest. */
const WORTH_KNOWING: readonly Outcome[] = ['locked', 'unreadable', 'refused', 'left-alone', 'read-along']

type View = 'new' | 'here' | 'files'

/** What was found, before anything lands: in numbers, in words, in pictures. */
export function LookStep({ state, onLook }: { state: ImportState; onLook: (patternId: string) => void }) {
  const { t } = useTranslation()
  const refused = useBringIn(one => one.refused)
  const { counts } = state
  const named = useNamedFiles(state.id, WORTH_KNOWING)
  // What comes back from the trash hangs among the new ones: it is added like them.
  const fresh = counts.patterns + counts.putBack
  const views: readonly { id: View; label: string; isThere: boolean }[] = [
    { id: 'new', label: t('bringIn.viewNew', { number: numberWords(fresh) }), isThere: fresh > 0 },
    { id: 'here', label: t('bringIn.viewHere'), isThere: counts.alreadyHere > counts.twice },
    {
      id: 'files',
      label: t('bringIn.viewFiles', { number: numberWords(named?.total ?? 0) }),
      isThere: (named?.total ?? 0) > 0,
    },
  ]
  const there = views.filter(view => view.isThere)
  const [wanted, setWanted] = useState<View>('new')
  const view = there.find(one => one.id === wanted)?.id ?? there[0]?.id
  return (
    <>
      <div className="found">
        <p className="found-title" role="status">
          {foundSentence(counts)}
        </p>
        <ul className="found-lines">
          {countSentences(counts).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      {refused.length > 0 ? (
        <Notice tone="warn" title={t('bringIn.namesRefused', counted(refused.length))}>
          {refused.slice(0, 5).join(', ')}
        </Notice>
      ) : null}
      <SuggestedTags tags={state.suggestedTags} />
      {there.length > 1 && view !== undefined ? (
        <Segments label={t('bringIn.views')} options={there} value={view} onChange={setWanted} />
      ) : null}
      {view === 'new' ? <TwinsHere key={`twins ${state.id}`} id={state.id} /> : null}
      {view === 'new' ? <Candidates key={state.id} id={state.id} /> : null}
      {view === 'here' ? <HereAlready key={state.id} id={state.id} onLook={onLook} /> : null}
      {view === 'files' && named ? <FileByFile named={named} /> : null}
    </>
  )
}

export function LookFoot({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  if (state.counts.patterns === 0 && state.counts.putBack === 0) {
    return (
      <>
        <Button onPress={() => void stopImport().then(startOver)}>{t('bringIn.more')}</Button>
        <Button look="primary" onPress={() => void stopImport().then(closeBringIn)}>
          {t('app.close')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button look="plain" onPress={() => void stopImport().then(startOver)}>
        {t('bringIn.forget')}
      </Button>
      <span className="spring" />
      <Button onPress={closeBringIn}>{t('bringIn.later')}</Button>
      <Button look="primary" autoFocus isDisabled={state.chosen === 0} onPress={() => void addChosen()}>
        {t('bringIn.add', counted(state.chosen))}
      </Button>
    </>
  )
}
