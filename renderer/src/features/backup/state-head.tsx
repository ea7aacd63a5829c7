import { useTranslation } from 'react-i18next'
import type { BackupState } from '#shared/contract/library/sync.ts'
import { Button } from '#renderer/ui/button.tsx'
import { BackUpNow } from './back-up-now.tsx'
import { closeBackupPage, pauseBackup } from './backup-store.ts'
import { chipOf } from './chip-words.ts'
import { openSignIn } from './sign-in/sign-in-store.ts'
import { stateWords } from './state-words.ts'
import { ToneIcon } from './tone-icon.tsx'
import { useNow } from './use-now.ts'

/** How it stands, large, with the one thing to do about it. */
export function StateHead({ state }: { state: BackupState }) {
  const { t } = useTranslation()
  const now = useNow()
  const { tone } = chipOf(state, now)
  const { title, text } = stateWords(state, now)
  return (
    <section className={`backup-head backup-head-${tone}`}>
      <ToneIcon tone={tone} />
      <div className="backup-head-words">
        <h3 className="backup-head-title">{title}</h3>
        <p>{text}</p>
        {state.account ? <p className="backup-account">{t('backup.page.account', state.account)}</p> : null}
        <div className="backup-head-do">
          <Doings state={state} />
        </div>
      </div>
    </section>
  )
}

function Doings({ state: { state, pausedBy } }: { state: BackupState }) {
  const { t } = useTranslation()
  switch (state) {
    case 'none':
    case 'sign-in':
      return (
        <Button
          look="primary"
          onPress={() => {
            closeBackupPage()
            openSignIn()
          }}
        >
          {t(state === 'none' ? 'computers.start' : 'backup.chip.signInDo')}
        </Button>
      )
    case 'paused':
      return pausedBy === 'you' ? (
        <Button look="primary" onPress={() => void pauseBackup(false)}>
          {t('backup.page.resume')}
        </Button>
      ) : null
    default:
      return (
        <>
          <BackUpNow />
          <Button look="plain" onPress={() => void pauseBackup(true)}>
            {t('backup.page.pause')}
          </Button>
        </>
      )
  }
}
