import { Check, EllipsisVertical } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

interface MoreMenuProps {
  readonly word: string
  /** Whose menu it is, for those who hear it; null: the page's own. */
  readonly name: string | null
  readonly actions: readonly {
    readonly id: string
    readonly words: string
    readonly checked?: boolean
    readonly run: () => void
  }[]
}

/** The rest of what can be done, in a menu with a word on it. */
export function MoreMenu({ word, name, actions }: MoreMenuProps) {
  const { t } = useTranslation()
  const label = name === null ? word : t('order.moreFor', { name })
  return (
    <MenuTrigger>
      <AriaButton className="order-more" aria-label={label}>
        <EllipsisVertical aria-hidden="true" />
        <span aria-hidden="true">{word}</span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={label}>
          {actions.map(({ id, words, checked, run }) => (
            <MenuItem key={id} id={id} textValue={words} className="menu-item" onAction={run}>
              <span className="menu-word">{words}</span>
              {checked ? <Check aria-hidden="true" /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
