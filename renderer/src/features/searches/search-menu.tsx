import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '#renderer/features/places/index.ts'
import { pinSearch, renameSearch, trashSearch } from './keep.ts'
import { NameSheet } from './name-sheet.tsx'

/** What can be done to a kept search, beside its name. */
export function SearchMenu({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation()
  const isPinned = usePlaces(state => state.searches.find(one => one.id === id)?.pinned ?? false)
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <MenuTrigger>
        <AriaButton className="picker-button" aria-label={t('searches.moreAbout', { name })}>
          {t('searches.more')}
          <ChevronDown aria-hidden="true" />
        </AriaButton>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu" aria-label={t('searches.moreAbout', { name })}>
            <MenuItem className="menu-item" onAction={() => setNaming(true)}>
              {t('searches.rename')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => void pinSearch(id, name, !isPinned)}>
              {t(isPinned ? 'searches.unpin' : 'searches.pinIt')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => void trashSearch(id, name)}>
              {t('searches.trash')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isNaming ? (
        <NameSheet
          title={t('searches.renameTitle')}
          first={name}
          done={t('searches.rename')}
          canPin={false}
          onClose={() => setNaming(false)}
          onDone={wanted => renameSearch(id, wanted)}
        />
      ) : null}
    </>
  )
}
