import { Settings } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { Part } from '#renderer/ui/part.tsx'
import { closeSettings, openSettings, useSettingsSheet } from './sections.ts'

const loadSheet = async () => (await import('./settings-sheet.tsx')).SettingsSheet

/** The way into Settings, always in the same place. */
export function SettingsButton() {
  const { t } = useTranslation()
  const open = useSettingsSheet(state => state.open)
  useCommand('settings', { run: openSettings })
  useCommand('list-keys', { run: () => openSettings('keys') })
  useCommand('what-is-new', { run: () => openSettings('about') })
  return (
    <>
      <Button className="place" onPress={() => openSettings()}>
        <Settings aria-hidden="true" />
        <span className="place-word">{t('places.settings')}</span>
      </Button>
      <Part isWanted={open} load={loadSheet} onFailed={closeSettings} />
    </>
  )
}
