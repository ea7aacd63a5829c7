import { Settings } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { openSettings, useSettingsSheet } from './sections.ts'

const SettingsSheet = lazy(async () => ({ default: (await import('./settings-sheet.tsx')).SettingsSheet }))

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
      {open ? (
        <Suspense>
          <SettingsSheet />
        </Suspense>
      ) : null}
    </>
  )
}
