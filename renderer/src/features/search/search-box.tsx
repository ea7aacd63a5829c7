import { Search, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#renderer/ui/use-room.ts'
import { rememberSearch, useRecent } from './recent.ts'
import { RecentList } from './recent-list.tsx'
import { setText, useSearch } from './search-store.ts'
import './search-box.css'

/** The one search box. What she types is hers: answers come and go beneath it. */
export function SearchBox({ onDown }: { onDown: () => void }) {
  const { t } = useTranslation()
  const text = useSearch(state => state.text)
  const hasRecent = useRecent(state => state.recent.length > 0)
  const room = useRoom()
  const place = useRef<HTMLDivElement>(null)
  const [isHere, setHere] = useState(false)
  const isOffering = isHere && text === '' && hasRecent

  function down() {
    rememberSearch(text)
    setHere(false)
    onDown()
  }

  return (
    <div
      ref={place}
      className="search-place"
      onFocus={() => setHere(true)}
      onBlur={event => {
        if (place.current?.contains(event.relatedTarget)) return
        setHere(false)
        rememberSearch(text)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOffering) return
        setHere(false)
        document.getElementById('search')?.focus({ preventScroll: true })
        event.stopPropagation()
      }}
    >
      <SearchField
        className="search-box"
        aria-label={t('search.label')}
        value={text}
        onChange={value => {
          setText(value)
          setHere(true)
        }}
        onSubmit={down}
      >
        <Search aria-hidden="true" />
        <Input
          id="search"
          className="search-input"
          placeholder={room === 'wide' ? t('search.placeholder') : t('search.placeholderShort')}
          maxLength={300}
          spellCheck={false}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            if (isOffering) place.current?.querySelector<HTMLElement>('.recent-search')?.focus()
            else down()
          }}
        />
        {text ? (
          <Button className="search-clear" aria-label={t('search.clear')}>
            <X aria-hidden="true" />
          </Button>
        ) : null}
      </SearchField>
      {isOffering ? <RecentList onChosen={() => document.getElementById('search')?.focus()} /> : null}
    </div>
  )
}
