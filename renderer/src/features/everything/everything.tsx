import { Compass } from 'lucide-react'
import { type ComponentType, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { openEverything, useEverything } from './everything-store.ts'
import './everything-button.css'

/** The way into everything, always in sight, and the box it opens. */
export function Everything() {
  const { t } = useTranslation()
  const open = useEverything(state => state.open)
  useCommand('everything', { run: openEverything })
  const [Box, setBox] = useState<ComponentType | null>(null)
  const isMissing = open && Box === null
  useEffect(() => {
    // Fetched while nothing else is to do: whoever presses the keys types on at once.
    const idle = requestIdleCallback(fetchBox, isMissing ? { timeout: 1 } : {})
    return () => cancelIdleCallback(idle)

    function fetchBox() {
      void import('./everything-box.tsx').then(part => setBox(() => part.EverythingBox))
    }
  }, [isMissing])
  return (
    <>
      <Button className="place everything-button" onPress={openEverything}>
        <Compass aria-hidden="true" />
        <span className="place-word">{t('everything.button')}</span>
      </Button>
      {open && Box ? <Box /> : null}
    </>
  )
}
