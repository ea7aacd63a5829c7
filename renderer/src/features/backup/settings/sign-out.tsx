import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { signOut } from '../backup-store.ts'
import { AskFirst } from './ask-first.tsx'

/** Signing out here, after saying what it means. */
export function SignOut() {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  return (
    <section className="backup-part">
      {isAsking ? (
        <AskFirst
          title={t('computers.signOutAsk')}
          text={t('computers.signOutText')}
          yes={t('computers.signOutNow')}
          onYes={signOut}
          onNo={() => setAsking(false)}
        />
      ) : (
        <Button look="plain" icon={<LogOut aria-hidden="true" />} onPress={() => setAsking(true)}>
          {t('computers.signOut')}
        </Button>
      )}
    </section>
  )
}
