import { FolderOpen, FolderSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { lookThroughPaths } from '#renderer/features/bring-in/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { folderName, stopAsking, useTray, watchFolder } from './arrivals-store.ts'
import './arrivals.css'

/** Which folder is watched, and how to change that; for the Settings page and for the question on its own. */
export function WatchFolderSetting() {
  const { t } = useTranslation()
  const watch = useTray(state => state.watch)
  const choice = useFolderChoice()
  if (!watch) return null
  const { folder, proposal } = watch

  async function pick() {
    const path = await choice.choose(t('arrivals.pick'))
    if (path !== null) await watchFolder(path)
  }

  return (
    <div className="watch-setting">
      <p role="status">
        {folder === null
          ? t('arrivals.off')
          : t(watch.state === 'gone' ? 'arrivals.gone' : 'arrivals.watching', { folder })}
      </p>
      <p className="watch-hint">{t('arrivals.settingHint')}</p>
      {choice.isAsking ? (
        <FolderPicker choice={choice} />
      ) : (
        <div className="watch-buttons">
          {folder === null && proposal !== null ? (
            <Button look="primary" onPress={() => void watchFolder(proposal)}>
              {t('arrivals.watchDownloads', { folder: folderName(proposal) })}
            </Button>
          ) : null}
          <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void pick()}>
            {t(folder === null ? 'arrivals.choose' : 'arrivals.change')}
          </Button>
          {folder !== null && watch.state === 'watching' ? (
            <Button
              icon={<FolderSearch aria-hidden="true" />}
              onPress={() => {
                stopAsking()
                lookThroughPaths([folder])
              }}
            >
              {t('arrivals.lookThrough')}
            </Button>
          ) : null}
          {folder !== null ? (
            <Button look="plain" onPress={() => void watchFolder(null)}>
              {t('arrivals.stop')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  )
}
