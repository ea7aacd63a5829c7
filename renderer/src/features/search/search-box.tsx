import { Search, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#renderer/ui/use-room.ts'
import { offerId, OfferList } from './offer-list.tsx'
import { type Kept, type Offer, stepped } from './offers.ts'
import { rememberSearch, useRecent } from './recent.ts'
import { RecentList } from './recent-list.tsx'
import { setText, useSearch } from './search-store.ts'
import { useOffers } from './use-offers.ts'
import './search-box.css'

interface SearchBoxProps {
  /** To what was found. */
  readonly onDown: () => void
  /** Searches she kept, and the way to one of them. */
  readonly kept: readonly Kept[]
  readonly onKept: (id: string) => void
}

/**
 * The one search box. What she types is hers: answers and suggestions come and go beneath it. Down and Up walk the suggestions, Enter
 * takes the one she stands on or else goes to what was found, Escape closes them and then empties the box.
 */
export function SearchBox({ onDown, kept, onKept }: SearchBoxProps) {
  const { t } = useTranslation()
  const text = useSearch(state => state.text)
  const hasRecent = useRecent(state => state.recent.length > 0)
  const room = useRoom()
  const place = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [isHere, setHere] = useState(false)
  const [active, setActive] = useState(-1)
  const isOffering = isHere && text === '' && hasRecent
  const offers = useOffers(text, isHere, kept)
  const isOpen = offers.length > 0

  function type(value: string) {
    setText(value)
    setHere(true)
    setActive(-1)
  }

  function close() {
    setHere(false)
    setActive(-1)
  }

  function down() {
    rememberSearch(text)
    close()
    onDown()
  }

  function take(offer: Offer) {
    close()
    if (offer.kind === 'kept') {
      onKept(offer.id.slice('kept '.length))
      return
    }
    setText(offer.text)
    rememberSearch(offer.text)
  }

  /** Before the field hears of it: its own Escape empties the box, its own Enter goes to the wall. */
  function onKey(event: React.KeyboardEvent) {
    const offer = offers[active]
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (event.key === 'Escape' && (isOpen || isOffering)) {
      close()
      document.getElementById('search')?.focus({ preventScroll: true })
    } else if (event.key === 'Enter' && isOpen && offer && !event.nativeEvent.isComposing) take(offer)
    else if (isStep && isOpen) setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, offers.length))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={place}
      className="search-place"
      onFocus={() => setHere(true)}
      onBlur={event => {
        if (place.current?.contains(event.relatedTarget)) return
        close()
        rememberSearch(text)
      }}
      onKeyDownCapture={onKey}
    >
      <SearchField className="search-box" aria-label={t('search.label')} value={text} onChange={type} onSubmit={down}>
        <Search aria-hidden="true" />
        <Input
          id="search"
          className="search-input"
          placeholder={room === 'wide' ? t('search.placeholder') : t('search.placeholderShort')}
          maxLength={300}
          spellCheck={false}
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          {...(isOpen ? { 'aria-controls': listId } : {})}
          {...(isOpen && active >= 0 ? { 'aria-activedescendant': offerId(listId, active) } : {})}
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
      {isOpen ? <OfferList id={listId} offers={offers} active={active} onTake={take} /> : null}
    </div>
  )
}
