import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useAttention } from './attention/attention-store.ts'
import { openBackupPage, putBannerAside, useBackup } from './backup-store.ts'
import { openSignIn } from './sign-in/sign-in-store.ts'
import { useNow } from './use-now.ts'
import { sinceWords } from './when.ts'

interface Banner {
  /** By what it is put aside: another reason shows again. */
  readonly id: string
  readonly words: string
  readonly button: string
  readonly run: () => void
}

/** Above the wall, only where a person is needed. Being offline or paused is no reason. */
export function BackupBanner() {
  const { t } = useTranslation()
  const banner = useBanner()
  const aside = useBackup(backup => backup.asideBanner)
  if (banner === null || banner.id === aside) return null
  return (
    <div className="banner">
      <Notice
        tone="warn"
        action={
          <>
            <Button onPress={banner.run}>{banner.button}</Button>
            <Button look="plain" onPress={() => putBannerAside(banner.id)}>
              {t('backup.banner.later')}
            </Button>
          </>
        }
      >
        {banner.words}
      </Notice>
    </div>
  )
}

function useBanner(): Banner | null {
  const { t } = useTranslation()
  const state = useBackup(backup => backup.state)
  const brake = useAttention(attention => attention.list?.brake ?? null)
  const now = useNow()
  if (state === null) return null
  if (state.state === 'sign-in')
    return { id: 'sign-in', words: t('backup.banner.signIn'), button: t('backup.chip.signInDo'), run: openSignIn }
  if (brake)
    return {
      id: `brake ${brake.at}`,
      words:
        brake.computer === null
          ? t('backup.banner.brake', counted(brake.total))
          : t('backup.banner.brakeOn', { ...counted(brake.total), computer: brake.computer }),
      button: t('backup.banner.look'),
      run: openBackupPage,
    }
  const see = { button: t('backup.chip.seeWhatToDo'), run: openBackupPage }
  if (state.state === 'full') return { id: 'full', words: t('backup.banner.full'), ...see }
  if (state.state !== 'trouble' || state.troubleSince === null) return null
  const since = sinceWords(state.troubleSince, now)
  return { id: `trouble ${state.troubleSince}`, words: t('backup.banner.trouble', { since }), ...see }
}
