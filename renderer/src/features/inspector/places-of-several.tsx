import { ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternsSummary } from '#shared/contract/library/inspector.ts'
import { changeTags, collect } from '#renderer/changes/change.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { CollectionField } from './collection-field.tsx'
import { useSubject } from './subject.ts'
import { TagField } from './tag-field.tsx'

type Worn = PatternsSummary['tags'][number]

/** The tags that some or all of them wear, each with how many do. */
export function TagsOfSeveral({ tags }: { tags: readonly Worn[] }) {
  const { t } = useTranslation()
  const { ids, count } = useSubject()
  return (
    <div className="inspector-tags">
      <Chips
        label={t('inspector.tags')}
        worn={tags}
        on={t('inspector.putOnAll', counted(count))}
        off={t('inspector.takeOffAll')}
        onAll={tag => void changeTags(ids, { add: [tag.name] })}
        offAll={tag => void changeTags(ids, { remove: [tag.id] })}
      />
      <TagField worn={idsOnAll(tags, count)} />
    </div>
  )
}

export function CollectionsOfSeveral({ collections }: { collections: readonly Worn[] }) {
  const { t } = useTranslation()
  const { ids, count } = useSubject()
  return (
    <div className="inspector-tags">
      <Chips
        label={t('inspector.collections')}
        worn={collections}
        on={t('inspector.putAllIn', counted(count))}
        off={t('inspector.takeAllOut')}
        onAll={one => void collect(ids, one.id, true)}
        offAll={one => void collect(ids, one.id, false)}
      />
      <CollectionField inside={idsOnAll(collections, count)} />
    </div>
  )
}

function idsOnAll(worn: readonly Worn[], count: number): string[] {
  return worn.filter(one => one.patterns === count).map(one => one.id)
}

interface ChipsProps {
  readonly label: string
  readonly worn: readonly Worn[]
  readonly on: string
  readonly off: string
  readonly onAll: (one: Worn) => void
  readonly offAll: (one: Worn) => void
}

/** More than these would push everything else out of the pane; the rest is told by its number. */
const MOST = 24

function Chips({ label, worn, on, off, onAll, offAll }: ChipsProps) {
  const { t } = useTranslation()
  const { count } = useSubject()
  if (worn.length === 0) return null
  return (
    <div className="inspector-chips" role="group" aria-label={label}>
      {worn.slice(0, MOST).map(one => (
        <MenuTrigger key={one.id}>
          <Button className="inspector-chip inspector-chip-menu">
            <span className="inspector-chip-word">
              {one.patterns === count
                ? one.name
                : t('inspector.someOf', { name: one.name, some: numberWords(one.patterns), all: numberWords(count) })}
            </span>
            <ChevronDown aria-hidden="true" />
          </Button>
          <Popover className="popover" placement="bottom start">
            <Menu className="menu" aria-label={one.name} onAction={key => (key === 'on' ? onAll(one) : offAll(one))}>
              {one.patterns === count ? null : (
                <MenuItem id="on" className="menu-item">
                  {on}
                </MenuItem>
              )}
              <MenuItem id="off" className="menu-item">
                {off}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      ))}
      {worn.length > MOST ? (
        <p className="inspector-hint">{t('inspector.moreChips', counted(worn.length - MOST))}</p>
      ) : null}
    </div>
  )
}
