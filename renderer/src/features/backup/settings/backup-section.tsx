import { useTranslation } from 'react-i18next'
import { closeSettings } from '#renderer/features/settings/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useBackup } from '../backup-store.ts'
import { chipOf } from '../chip-words.ts'
import { openSignIn } from '../sign-in/sign-in-store.ts'
import { stateWords } from '../state-words.ts'
import { ToneIcon } from '../tone-icon.tsx'
import { useNow } from '../use-now.ts'
import { ChangeEmail } from './change-email.tsx'
import { Computers } from './computers.tsx'
import { HowItBacksUp } from './how-it-backs-up.tsx'
import { PairingCode } from './pairing-code.tsx'
import { RestoreDay } from './restore-day.tsx'
import { SignOut } from './sign-out.tsx'
import './backup-section.css'

/** The page "Backing up" of Settings: whose backup it is, on which computers, how, and the way back to an earlier day. */
export function BackupSection() {
  const { t } = useTranslation()
  const state = useBackup(backup => backup.state)
  const now = useNow()
  if (state === null) return null
  const { account } = state
  if (account === null || state.state === 'sign-in')
    return (
      <>
        <p>{t(account === null ? 'computers.none' : 'backup.state.sign-inText')}</p>
        {account === null ? <p>{t('backup.state.noneText')}</p> : null}
        <Button
          look="primary"
          onPress={() => {
            closeSettings()
            openSignIn()
          }}
        >
          {t(account === null ? 'computers.start' : 'backup.chip.signInDo')}
        </Button>
      </>
    )
  return (
    <>
      <div className="backup-line">
        <ToneIcon tone={chipOf(state, now).tone} />
        <p>{stateWords(state, now).title}</p>
      </div>
      <p className="backup-email">{t('computers.signedIn', account)}</p>
      <ChangeEmail />
      <Computers />
      <PairingCode />
      <HowItBacksUp state={state} />
      <RestoreDay />
      <SignOut />
    </>
  )
}
