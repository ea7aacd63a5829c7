import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSettings, BackupState } from '#shared/contract/library/sync.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Switch } from '#renderer/ui/switch.tsx'
import { pauseBackup } from '../backup-store.ts'

/** On or off, and what it may use. */
export function HowItBacksUp({ state }: { state: BackupState }) {
  const { t } = useTranslation()
  const [settings, setSettings] = useState<BackupSettings | null>(null)
  useEffect(() => {
    library.call('sync.settings', {}).then(setSettings, say)
  }, [])

  async function change(set: Partial<BackupSettings>) {
    try {
      setSettings(await library.call('sync.setSettings', set))
    } catch (error) {
      say(error)
    }
  }

  return (
    <section className="backup-part">
      <h4>{t('computers.how')}</h4>
      <Switch isOn={state.pausedBy !== 'you'} onChange={on => pauseBackup(!on)}>
        {t('computers.on')}
      </Switch>
      {settings ? (
        <>
          <Switch isOn={settings.onMetered} onChange={onMetered => change({ onMetered })}>
            {t('computers.onMetered')}
          </Switch>
          <p className="settings-hint">{t('computers.onMeteredHint')}</p>
          <Switch isOn={settings.onBattery} onChange={onBattery => change({ onBattery })}>
            {t('computers.onBattery')}
          </Switch>
        </>
      ) : null}
    </section>
  )
}
