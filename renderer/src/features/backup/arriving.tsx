import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { isArriving } from './arrival.ts'
import { useBackup } from './backup-store.ts'
import './arriving.css'

/** Whether everything is being read for the first time on this computer. */
export function useIsArriving(): boolean {
  return useBackup(({ state }) => state !== null && isArriving(state))
}

/** A new computer, signed in: what is here already, and how much is on its way. A strip above the wall. */
export function Arriving({ patterns }: { patterns: number }) {
  const { t } = useTranslation()
  const left = useBackup(({ state }) => state?.coming.records ?? 0)
  const isComing = useIsArriving()
  if (!isComing || patterns === 0) return null
  return (
    <div className="banner">
      <div className="arriving" role="status">
        <p>{t('backup.arriving.here', counted(patterns))}</p>
        <Progress label={t('backup.state.coming')} done={patterns} total={left > 1 ? patterns + left : null} />
      </div>
    </div>
  )
}

/** The wall before the first of them is here. */
export function ArrivingWall() {
  const { t } = useTranslation()
  return (
    <Empty drawing="spool" sentence={t('backup.state.coming')} hint={t('backup.arriving.hint')}>
      <div className="arriving-bar">
        <Progress label={t('backup.state.coming')} done={0} total={null} />
      </div>
    </Empty>
  )
}
