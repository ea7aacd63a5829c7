import { FolderSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { folderName, useTray, watchFolder } from './arrivals-store.ts'
import './arrivals.css'

/** Asked once, where patterns are brought in; afterwards one quiet line, or nothing. */
export function WatchCard() {
  const { t } = useTranslation()
  const watch = useTray(state => state.watch)
  const choice = useFolderChoice()
  if (!watch) return null
  const { folder, proposal } = watch
  if (folder !== null) {
    return (
      <p className="watch-line">
        <FolderSearch aria-hidden="true" />
        {t(watch.state === 'gone' ? 'arrivals.gone' : 'arrivals.watching', { folder: folderName(folder) })}
      </p>
    )
  }
  if (watch.asked) return null

  async function pick() {
    const path = await choice.choose(t('arrivals.pick'))
    if (path !== null) await watchFolder(path)
  }

  return (
    <section className="watch-card" aria-label={t('arrivals.settingTitle')}>
      <div className="watch-words">
        <p className="watch-title">{t(proposal === null ? 'arrivals.askOther' : 'arrivals.ask')}</p>
        <p>{t('arrivals.askHint')}</p>
      </div>
      {choice.isAsking ? (
        <FolderPicker choice={choice} />
      ) : (
        <div className="watch-buttons">
          {proposal === null ? null : <Button onPress={() => void watchFolder(proposal)}>{t('arrivals.yes')}</Button>}
          <Button look={proposal === null ? 'outline' : 'plain'} onPress={() => void pick()}>
            {t(proposal === null ? 'arrivals.choose' : 'arrivals.other')}
          </Button>
          <Button look="plain" onPress={() => void watchFolder(null)}>
            {t('arrivals.no')}
          </Button>
        </div>
      )}
    </section>
  )
}
