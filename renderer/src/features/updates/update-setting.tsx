import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { lookForUpdate, setAutomaticUpdates, useUpdates } from './updates-store.ts'

/** Newer versions by themselves or not, and a look now. Nothing where the shell cannot bring any. */
export function UpdateSetting() {
  const { t } = useTranslation()
  const update = useUpdates(state => state.update)
  if (update === null) return null
  return (
    <>
      <Switch isOn={update.automatic} onChange={on => setAutomaticUpdates(on)}>
        {t('updates.automatic')}
      </Switch>
      <p className="settings-hint">{t('updates.automaticHint')}</p>
      {update.state === 'ready' ? (
        <p role="status">{t('updates.ready')}</p>
      ) : (
        <div>
          <Button
            icon={<RefreshCw aria-hidden="true" />}
            isDisabled={update.state === 'looking' || update.state === 'fetching'}
            onPress={() => void lookForUpdate()}
          >
            {t('updates.look')}
          </Button>
        </div>
      )}
    </>
  )
}
