import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { BackupChip } from '#renderer/features/backup/index.ts'
import { NewPlace } from '#renderer/features/arrivals/index.ts'
import { BringInChip } from '#renderer/features/bring-in/index.ts'
import { DoublesPlace } from '#renderer/features/doubles/index.ts'
import { Everything } from '#renderer/features/everything/index.ts'
import { goTo, PinnedPlaces, Places, usePlaces } from '#renderer/features/places/index.ts'
import { SendChip } from '#renderer/features/send/index.ts'
import { SettingsButton } from '#renderer/features/settings/index.ts'
import { Brand } from './brand.tsx'
import { useLibrary } from './library-store.ts'

/** The places on the left, and below them what goes on. */
export const Side = memo(function Side({ isRail }: { isRail: boolean }) {
  const { t } = useTranslation()
  return (
    <nav className={isRail ? 'side rail' : 'side'} aria-label={t('places.title')}>
      <Brand />
      <div className="side-places">
        <Everything />
        <CountedPlaces />
        <PinnedPlaces isRail={isRail} />
      </div>
      <div className="side-foot">
        <BringInChip />
        <SendChip />
        <SettingsButton />
        <BackupChip />
      </div>
    </nav>
  )
})

function CountedPlaces() {
  const counts = useLibrary(state => state.info?.counts ?? null)
  const here = usePlaces(state => state.place.kind)
  return (
    <Places counts={counts}>
      <NewPlace isHere={here === 'new'} onGo={() => goTo({ kind: 'new' })} />
      <DoublesPlace isHere={here === 'doubles'} onGo={() => goTo({ kind: 'doubles' })} />
    </Places>
  )
}
