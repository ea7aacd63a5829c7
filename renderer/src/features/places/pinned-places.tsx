import { Layers, type LucideIcon, Pin, Search, Tag } from 'lucide-react'
import { useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type DropPlace, useDropOn } from '#renderer/features/carry/index.ts'
import { counted } from '#renderer/i18n/words.ts'
import { goTo, isPinnedPlace, type Place, placeKey, usePlaces } from './places-store.ts'
import './places.css'

/** Of each group so many stand at the side; the rest a press away. */
const SHOWN = 8

interface Entry {
  readonly place: Extract<Place, { id: string }>
  readonly icon: LucideIcon
  /** Takes what is carried. */
  readonly drop: DropPlace | null
}

/** What she pinned and the searches she kept, below the places. In the rail they open from one button. */
export function PinnedPlaces({ isRail }: { isRail: boolean }) {
  const { t } = useTranslation()
  const pinned = usePinned()
  const searches = useKept()
  const isHere = usePlaces(isPinnedPlace)
  if (pinned.length + searches.length === 0) return null
  if (!isRail) return <Groups pinned={pinned} searches={searches} />
  return (
    <MenuTrigger>
      <Button className="place" {...(isHere ? { 'aria-current': 'page' as const } : {})}>
        <Pin aria-hidden="true" />
        <span className="place-word">{t('places.pinned')}</span>
      </Button>
      <Popover className="popover" placement="right">
        <Menu className="menu" aria-label={t('places.pinned')}>
          <PinnedSection title={t('places.pinned')} entries={pinned} />
          <PinnedSection title={t('places.searches')} entries={searches} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function PinnedSection({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <MenuSection>
      <Header className="pinned-title">{title}</Header>
      {entries.map(({ place, icon: Icon }) => (
        <MenuItem
          key={placeKey(place)}
          className="menu-item pinned-item"
          textValue={place.name}
          onAction={() => goTo(place)}
        >
          <Icon aria-hidden="true" />
          <span className="menu-word">{place.name}</span>
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function usePinned(): Entry[] {
  const collections = usePlaces(state => state.collections)
  const tags = usePlaces(state => state.tags)
  return [
    ...collections
      .filter(one => one.pinned)
      .map(({ id, name }): Entry => entry({ kind: 'collection', id, name }, Layers, { kind: 'collection', id, name })),
    ...tags
      .filter(one => one.pinned)
      .map(({ id, name }): Entry => entry({ kind: 'tag', id, name }, Tag, { kind: 'tag', id, name })),
  ]
}

function useKept(): Entry[] {
  const searches = usePlaces(state => state.searches)
  return searches.map(({ id, name, question, pinned }) =>
    entry({ kind: 'search', id, name, question }, pinned ? Pin : Search, null),
  )
}

const entry = (place: Entry['place'], icon: LucideIcon, drop: DropPlace | null): Entry => ({ place, icon, drop })

interface GroupsProps {
  readonly pinned: readonly Entry[]
  readonly searches: readonly Entry[]
}

function Groups({ pinned, searches }: GroupsProps) {
  const { t } = useTranslation()
  return (
    <div className="pinned-groups">
      <Group title={t('places.pinned')} entries={pinned} />
      <Group title={t('places.searches')} entries={searches} />
    </div>
  )
}

function Group({ title, entries }: { title: string; entries: readonly Entry[] }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  if (entries.length === 0) return null
  const shown = isWhole ? entries : entries.slice(0, SHOWN)
  return (
    <section className="pinned-group" aria-label={title}>
      <h2 className="pinned-title">{title}</h2>
      <ul className="places">
        {shown.map(one => (
          <PinnedRow key={placeKey(one.place)} entry={one} />
        ))}
      </ul>
      {entries.length > SHOWN ? (
        <Button className="place pinned-more" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t('places.fewerSearches') : t('places.moreSearches', counted(entries.length))}
        </Button>
      ) : null}
    </section>
  )
}

function PinnedRow({ entry: { place, icon: Icon, drop: taking } }: { entry: Entry }) {
  const here = usePlaces(state => placeKey(state.place))
  const { ref, drop } = useDropOn<HTMLLIElement>(taking)
  const isHere = here === placeKey(place)
  return (
    <li ref={ref} className="place-row" data-drop={drop}>
      <Button className="place" {...(isHere ? { 'aria-current': 'page' as const } : {})} onPress={() => goTo(place)}>
        <Icon aria-hidden="true" />
        <span className="place-word">{place.name}</span>
      </Button>
    </li>
  )
}
