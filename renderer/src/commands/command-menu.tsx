import { Check } from 'lucide-react'
import { Keyboard, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components'
import type { CommandId } from '#shared/commands/commands.ts'
import { type Command, commandOf, keysOf, runCommand, useOffers } from './commands.ts'
import { keyWords } from './key-words.ts'
import './command-menu.css'

interface CommandMenuProps {
  readonly label: string
  /** Commands in their groups; those that nobody offers or that cannot be done now are left out. */
  readonly groups: readonly (readonly CommandId[])[]
  /** Opened by no button that would do it: the first line takes the focus. */
  readonly takesFocus?: boolean
  /** Told when a line was pressed, where no button's own menu closes by itself. */
  readonly onClose?: () => void
}

/** The commands of the table as a menu, each with its keys: the same words and the same doing as everywhere else. */
export function CommandMenu({ label, groups, takesFocus = false, onClose }: CommandMenuProps) {
  const offers = useOffers(state => state.offers)
  const shown = groups
    .map(group => group.flatMap(id => commandOf(offers, id) ?? []).filter(command => command.enabled))
    .filter(group => group.length > 0)
  return (
    <Menu
      className="menu"
      aria-label={label}
      {...(takesFocus ? { autoFocus: 'first' as const } : {})}
      {...(onClose ? { onClose } : {})}
      onAction={key => runSoon(shown.flat(), String(key))}
    >
      {shown.flatMap((group, at) => [
        ...(at > 0 ? [<Separator key={`rule-${group[0]?.id}`} className="menu-rule" />] : []),
        <MenuSection key={group[0]?.id ?? at} aria-label={label}>
          {group.map(command => (
            <Line key={command.id} command={command} />
          ))}
        </MenuSection>,
      ])}
    </Menu>
  )
}

function Line({ command }: { command: Command }) {
  const keys = keysOf(command.id)
  return (
    <MenuItem id={command.id} textValue={command.words} className="menu-item">
      <span className="menu-word">{command.words}</span>
      {command.checked ? <Check aria-hidden="true" /> : null}
      {keys === null ? null : <Keyboard className="menu-keys">{keyWords(keys)}</Keyboard>}
    </MenuItem>
  )
}

/** After the menu has closed and handed back the focus: a command may want to put it somewhere itself. */
function runSoon(commands: readonly Command[], id: string): void {
  const command = commands.find(one => one.id === id)
  if (command) requestAnimationFrame(() => requestAnimationFrame(() => runCommand(command.id)))
}
