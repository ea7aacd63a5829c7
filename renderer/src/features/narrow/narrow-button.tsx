import { ListFilter } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import { choicesIn, useSearch } from '#renderer/features/search/index.ts'
import { counted } from '#renderer/i18n/words.ts'
import { openNarrow, openSheet, useNarrow } from './narrow-store.ts'
import './narrow.css'

/** Opens and closes the panel; says how much is chosen in it. */
export function NarrowButton({ asSheet }: { asSheet: boolean }) {
  const { t } = useTranslation()
  const isOpen = useNarrow(state => (asSheet ? state.isSheetOpen : state.isOpen))
  const count = useSearch(state => choicesIn(state.choices).length)
  const open = asSheet ? openSheet : openNarrow
  useCommand('narrow', { run: () => open(!isOpen), checked: isOpen })
  return (
    <ToggleButton className="narrow-button" isSelected={isOpen} onChange={open}>
      <ListFilter aria-hidden="true" />
      <span>{count === 0 ? t('narrow.button') : t('narrow.buttonWith', counted(count))}</span>
    </ToggleButton>
  )
}
