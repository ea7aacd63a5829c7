import { FolderOpen } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeaningState } from '#shared/contract/library/meaning.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { bytesWords, counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { changeMeaning, followMeaning, removeMeaning, useMeaning } from './meaning-store.ts'
import './meaning.css'

/** A quiet page of Settings: what the helper is, whether it is used, where it lies and how it gets on. */
export function MeaningSection() {
  const { t } = useTranslation()
  const state = useMeaning(store => store.state)
  const choice = useFolderChoice()
  useEffect(followMeaning, [])
  if (!state) return null

  async function pick() {
    const folder = await choice.choose(t('meaning.pick'))
    if (folder !== null) await changeMeaning({ folder })
  }

  return (
    <>
      <p>{t('meaning.hint')}</p>
      <Switch isOn={state.on} onChange={on => changeMeaning({ on })}>
        {t('meaning.use')}
      </Switch>
      <div className="meaning-state" role="status">
        <HowItIs state={state} />
      </div>
      <Facts state={state} />
      {choice.isAsking ? (
        <FolderPicker choice={choice} />
      ) : (
        <div className="settings-buttons">
          <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void pick()}>
            {t('meaning.choose')}
          </Button>
          {state.folder === null ? null : (
            <Button look="plain" onPress={() => void changeMeaning({ folder: null })}>
              {t('meaning.usual')}
            </Button>
          )}
          {state.on || state.folder !== null ? (
            <Button look="plain" onPress={() => void removeMeaning()}>
              {t('meaning.remove')}
            </Button>
          ) : null}
        </div>
      )}
      <p className="meaning-hint">{t('meaning.privacy')}</p>
    </>
  )
}

function HowItIs({ state }: { state: MeaningState }) {
  const { t } = useTranslation()
  if (state.problem) return <Notice tone="warn">{sentenceFor(state.problem)}</Notice>
  if (state.state === 'off') return null
  if (state.state !== 'learning') return <p>{t(state.state === 'ready' ? 'meaning.ready' : 'meaning.opening')}</p>
  const { done, total } = state
  return (
    <>
      <p>{t('meaning.learning', { done: counted(done).formatted, total: counted(total).formatted })}</p>
      <Progress label={t('meaning.learningLabel')} done={done} total={total} />
    </>
  )
}

function Facts({ state: { model, folder, ownFolder } }: { state: MeaningState }) {
  const { t } = useTranslation()
  return (
    <dl className="settings-facts meaning-facts">
      {model ? (
        <>
          <div>
            <dt>{t('meaning.name')}</dt>
            <dd>{model.name}</dd>
          </div>
          <div>
            <dt>{t('meaning.licence')}</dt>
            <dd>{model.licence}</dd>
          </div>
          <div>
            <dt>{t('meaning.looksAt')}</dt>
            <dd>{t(`meaning.knows.${model.knows}`)}</dd>
          </div>
          <div>
            <dt>{t('meaning.bytes')}</dt>
            <dd>{bytesWords(model.bytes)}</dd>
          </div>
        </>
      ) : null}
      <div>
        <dt>{t('meaning.folder')}</dt>
        <dd className="meaning-folder">{folder ?? ownFolder}</dd>
      </div>
    </dl>
  )
}
