import { Layers, type LucideIcon, Pin, Search, Tag } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type DropPlace, useDropOn } from '#renderer/features/carry/index.ts'
import { counted } from '#renderer/i18n/words.ts'
import { goTo, isPinnedPlace, type Place, placeKey, usePlaces } from './places-store.ts'
import './places.css'

/** Of each kind so many stand at the side; the rest a press away. */
const SHOWN = 8

const ALL = { collections: 'places.allCollections', tags: 'places.allTags' } as const

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
  if (pinned.entries.length + searches.length === 0) return null
  if (!isRail) return <Groups pinned={pinned} searches={searches} />
  return (
    <MenuTrigger>
      <Button className="place" {...(isHere ? { 'aria-current': 'page' as const } : {})}>
        <Pin aria-hidden="true" />
        <span className="place-word">{t('places.pinned')}</span>
      </Button>
      <Popover className="popover" placement="right">
        <Menu className="menu" aria-label={t('places.pinned')}>
          <PinnedSection title={t('places.pinned')} entries={pinned.entries} lists={pinned.lists} />
          <PinnedSection title={t('places.searches')} entries={searches} lists={[]} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function PinnedSection({ title, entries, lists }: Pinned & { title: string }) {
  const { t } = useTranslation()
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
      {lists.map(kind => (
        <MenuItem key={kind} className="menu-item pinned-more" onAction={() => goTo({ kind })}>
          {t(ALL[kind])}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

interface Pinned {
  readonly entries: readonly Entry[]
  /** Where all of a kind stand, when more of them are pinned than are shown. */
  readonly lists: readonly ('collections' | 'tags')[]
}

function usePinned(): Pinned {
  const collections = usePlaces(state => state.collections).filter(one => one.pinned)
  const tags = usePlaces(state => state.tags).filter(one => one.pinned)
  const placed =
    (kind: 'collection' | 'tag', icon: LucideIcon) =>
    ({ id, name }: { id: string; name: string }) =>
      entry({ kind, id, name }, icon, { kind, id, name })
  return {
    entries: [
      ...collections.slice(0, SHOWN).map(placed('collection', Layers)),
      ...tags.slice(0, SHOWN).map(placed('tag', Tag)),
    ],
    lists: [
      ...(collections.length > SHOWN ? (['collections'] as const) : []),
      ...(tags.length > SHOWN ? (['tags'] as const) : []),
    ],
  }
}

function useKept(): Entry[] {
  const searches = usePlaces(state => state.searches)
  return searches.map(({ id, name, question, pinned }) =>
    entry({ kind: 'search', id, name, question }, pinned ? Pin : Search, null),
  )
}

const entry = (place: Entry['place'], icon: LucideIcon, drop: DropPlace | null): Entry => ({ place, icon, drop })

interface GroupsProps {
  readonly pinned: Pinned
  readonly searches: readonly Entry[]
}

function Groups({ pinned, searches }: GroupsProps) {
  const { t } = useTranslation()
  return (
    <div className="pinned-groups">
      <Group title={t('places.pinned')} entries={pinned.entries}>
        {pinned.lists.map(kind => (
          <Button key={kind} className="place pinned-more" onPress={() => goTo({ kind })}>
            {t(ALL[kind])}
          </Button>
        ))}
      </Group>
      <Kept entries={searches} />
    </div>
  )
}

function Kept({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  return (
    <Group title={t('places.searches')} entries={isWhole ? entries : entries.slice(0, SHOWN)}>
      {entries.length > SHOWN ? (
        <Button className="place pinned-more" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t('places.fewerSearches') : t('places.moreSearches', counted(entries.length))}
        </Button>
      ) : null}
    </Group>
  )
}

function Group({ title, entries, children }: { title: string; entries: readonly Entry[]; children: ReactNode }) {
  if (entries.length === 0) return null
  return (
    <section className="pinned-group" aria-label={title}>
      <h2 className="pinned-title">{title}</h2>
      <ul className="places">
        {entries.map(one => (
          <PinnedRow key={placeKey(one.place)} entry={one} />
        ))}
      </ul>
      {children}
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
