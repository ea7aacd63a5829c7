import { Compass } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { Part } from '#renderer/ui/part.tsx'
import { closeEverything, openEverything, useEverything } from './everything-store.ts'
import './everything-button.css'

const loadBox = async () => (await import('./everything-box.tsx')).EverythingBox

/** The way into everything, always in sight, and the box it opens. */
export function Everything() {
  const { t } = useTranslation()
  const open = useEverything(state => state.open)
  useCommand('everything', { run: openEverything })
  return (
    <>
      <Button className="place everything-button" onPress={openEverything}>
        <Compass aria-hidden="true" />
        <span className="place-word">{t('everything.button')}</span>
      </Button>
      {/* Early: whoever presses the keys types on at once. */}
      <Part isWanted={open} load={loadBox} onFailed={closeEverything} early />
    </>
  )
}
