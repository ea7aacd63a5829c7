import { CircleQuestionMark } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { Tool } from '#renderer/ui/tool.tsx'
import { HelpCard } from './help-card.tsx'
import type { Topic } from './stories.ts'

/** "Help" for a page over the window: its own button, and F1 means this page while it is there. */
export function HelpSpot({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useCommand('help', { run: () => setOpen(!isOpen), checked: isOpen })
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Tool icon={<CircleQuestionMark aria-hidden="true" />} word={t('help.button')} />
      <Popover className="popover help-popover" placement="bottom end">
        <Dialog aria-label={t('help.panel')} className="help-popover-dialog">
          <HelpCard topic={topic} titled />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
