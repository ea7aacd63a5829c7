import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { stopAsking, useTray } from './arrivals-store.ts'
import { WatchFolderSetting } from './watch-folder-setting.tsx'

/** The watched folder by itself: what the command of that name opens. */
export function WatchSheet() {
  const { t } = useTranslation()
  const isAsking = useTray(state => state.isAsking)
  return (
    <Sheet
      open={isAsking}
      onClose={stopAsking}
      size="small"
      title={t('arrivals.settingTitle')}
      foot={
        <Button look="primary" onPress={stopAsking}>
          {t('app.close')}
        </Button>
      }
    >
      <WatchFolderSetting />
    </Sheet>
  )
}
