import { Search, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#renderer/ui/use-room.ts'
import { setText, useSearch } from './search-store.ts'
import './search-box.css'

/** The one search box. What she types is hers: answers come and go beneath it. */
export function SearchBox({ onDown }: { onDown: () => void }) {
  const { t } = useTranslation()
  const text = useSearch(state => state.text)
  const room = useRoom()
  return (
    <SearchField
      className="search-box"
      aria-label={t('search.label')}
      value={text}
      onChange={setText}
      onSubmit={onDown}
    >
      <Search aria-hidden="true" />
      <Input
        id="search"
        className="search-input"
        placeholder={room === 'wide' ? t('search.placeholder') : t('search.placeholderShort')}
        maxLength={300}
        spellCheck={false}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            onDown()
          }
        }}
      />
      {text ? (
        <Button className="search-clear" aria-label={t('search.clear')}>
          <X aria-hidden="true" />
        </Button>
      ) : null}
    </SearchField>
  )
}
