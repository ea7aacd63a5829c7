import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Tool } from '#renderer/ui/tool.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { closePad, openPad, usePad } from './draw-store.ts'

/** "Draw it", beside the search box. */
export function DrawButton() {
  const { t } = useTranslation()
  const isOpen = usePad(state => state.isOpen)
  const room = useRoom()
  const toggle = () => (isOpen ? closePad() : openPad())
  useCommand('draw', { run: toggle })
  const icon = <PenLine aria-hidden="true" />
  // Beside the box there is room for words or for the box.
  if (room !== 'wide') return <Tool icon={icon} word={t('draw.button')} aria-expanded={isOpen} onPress={toggle} />
  return (
    <Button icon={icon} aria-expanded={isOpen} onPress={toggle}>
      {t('draw.button')}
    </Button>
  )
}

/** In the bar that shows the drawing. */
export function DrawAgain() {
  const { t } = useTranslation()
  const isOpen = usePad(state => state.isOpen)
  if (isOpen) return null
  return (
    <Button look="plain" icon={<PenLine aria-hidden="true" />} onPress={openPad}>
      {t('draw.again')}
    </Button>
  )
}
