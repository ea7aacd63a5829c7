import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { Button } from '#renderer/ui/button.tsx'
import { goToStep, openGoogle } from './sign-in-store.ts'

/** She signs in in her own browser; this sheet notices by itself. */
export function GoogleStep() {
  const { t } = useTranslation()
  return (
    <div className="sign-in">
      <h3 className="sign-in-title">{t('signIn.googleTitle')}</h3>
      <p role="status">{t('signIn.googleText')}</p>
      <div className="sign-in-row">
        <Button icon={<ExternalLink aria-hidden="true" />} onPress={() => void openGoogle().catch(say)}>
          {t('signIn.googleAgain')}
        </Button>
        <Button look="plain" onPress={() => goToStep('email')}>
          {t('signIn.back')}
        </Button>
      </div>
    </div>
  )
}
