import { Compass } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { openEverything, useEverything } from './everything-store.ts'
import './everything-button.css'

const Box = lazy(async () => ({ default: (await import('./everything-box.tsx')).EverythingBox }))

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
      {open ? (
        <Suspense>
          <Box />
        </Suspense>
      ) : null}
    </>
  )
}
