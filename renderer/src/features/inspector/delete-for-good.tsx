import { Trash2 } from 'lucide-react'
import { commandOf, runCommand, useOffers } from '#renderer/commands/commands.ts'
import { Button } from '#renderer/ui/button.tsx'

/** The one thing that asks first; there while the trash, whose question it is, is on the screen. */
export function DeleteForGood() {
  const command = commandOf(
    useOffers(state => state.offers),
    'delete-for-good',
  )
  if (!command?.enabled) return null
  return (
    <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void runCommand('delete-for-good')}>
      {command.words}
    </Button>
  )
}
