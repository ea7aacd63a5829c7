import {
  ArrowRight,
  CircleQuestionMark,
  Eye,
  Folder,
  Layers,
  type LucideIcon,
  Pencil,
  Search,
  Settings,
  Spline,
  Tag,
  User,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Menu } from '#shared/commands/commands.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Keys } from '#renderer/ui/keys.tsx'
import type { Entry, EntryGroup } from './entries.ts'
import { closeEverything, type EntryKind, rememberChosen } from './everything-store.ts'
import { useFound } from './use-everything.ts'
import './everything.css'

const ICONS: Record<Exclude<EntryKind, 'command'>, LucideIcon> = {
  setting: Settings,
  pattern: Spline,
  collection: Layers,
  tag: Tag,
  designer: User,
  search: Search,
}

const COMMAND_ICONS: Record<Menu, LucideIcon> = {
  file: Folder,
  edit: Pencil,
  pattern: Spline,
  view: Eye,
  go: ArrowRight,
  help: CircleQuestionMark,
}

const HEADINGS = {
  recent: 'everything.recent',
  command: 'everything.commands',
  setting: 'everything.settings',
  pattern: 'everything.patterns',
  collection: 'everything.collections',
  tag: 'everything.tags',
  designer: 'everything.designers',
  search: 'everything.searches',
} as const

/** One box for everything: what can be done and what there is, in her own words. Enter does it. */
export function EverythingBox() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const groups = useFound(query)
  return (
    <ModalOverlay
      className="everything-scrim"
      isOpen
      isDismissable
      onOpenChange={isOpen => {
        if (!isOpen) closeEverything()
      }}
    >
      <Modal className="everything">
        <Dialog className="everything-dialog" aria-label={t('everything.title')}>
          {/* Escape leaves at once, also with words typed: they are not worth a second press. */}
          <div className="everything-keys" role="presentation" onKeyDownCapture={closeOnEscape}>
            <Autocomplete inputValue={query} onInputChange={setQuery}>
              <SearchField className="everything-field" aria-label={t('everything.title')} autoFocus>
                <Search aria-hidden="true" />
                <Input
                  className="everything-input"
                  placeholder={t('everything.placeholder')}
                  maxLength={200}
                  spellCheck={false}
                />
              </SearchField>
              <div className="everything-list" role="region" aria-label={t('everything.title')} tabIndex={0}>
                <AriaMenu
                  className="everything-menu"
                  aria-label={t('everything.title')}
                  items={groups}
                  onAction={key => choose(groups, String(key))}
                  renderEmptyState={() => <p className="everything-none">{t('everything.none')}</p>}
                >
                  {group => (
                    <MenuSection id={group.id} className="everything-group">
                      <Header className="everything-heading">{t(HEADINGS[group.id])}</Header>
                      <Collection items={group.entries.map(entry => ({ ...entry, key: keyOf(entry) }))}>
                        {entry => <Line entry={entry} />}
                      </Collection>
                    </MenuSection>
                  )}
                </AriaMenu>
              </div>
            </Autocomplete>
          </div>
          <Told groups={groups} query={query} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function closeOnEscape(event: React.KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  closeEverything()
}

function keyOf(entry: Entry): string {
  return `${entry.kind} ${entry.id}`
}

function Line({ entry }: { entry: Entry }) {
  const Icon = entry.kind === 'command' ? COMMAND_ICONS[entry.menu] : ICONS[entry.kind]
  return (
    <MenuItem
      id={keyOf(entry)}
      textValue={entry.remark === null ? entry.words : `${entry.words}, ${entry.remark}`}
      isDisabled={!entry.enabled}
      className="everything-line"
    >
      {entry.kind === 'pattern' && entry.face ? (
        <span className="everything-picture">
          <Picture of={entry.face} />
        </span>
      ) : (
        <Icon aria-hidden="true" />
      )}
      <span className="everything-words">{entry.words}</span>
      {entry.remark === null ? null : <span className="everything-remark">{entry.remark}</span>}
      {entry.keys === null ? null : <Keys keys={entry.keys} />}
    </MenuItem>
  )
}

function choose(groups: readonly EntryGroup[], key: string): void {
  const entry = groups.flatMap(group => group.entries).find(one => keyOf(one) === key)
  if (!entry?.enabled) return
  closeEverything()
  rememberChosen({ kind: entry.kind, id: entry.id, words: entry.words })
  // The box gives the focus back in the next frame; what is done may want it elsewhere.
  requestAnimationFrame(() => requestAnimationFrame(entry.run))
}

/** A breath after the last letter: how much there is, for who does not see it. */
const SETTLED_MS = 400

function Told({ groups, query }: { groups: readonly EntryGroup[]; query: string }) {
  const { t } = useTranslation()
  const [told, setTold] = useState('')
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0)
  useEffect(() => {
    const words = query.trim() === '' ? '' : count === 0 ? t('everything.none') : t('everything.found', counted(count))
    const timer = setTimeout(() => setTold(words), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [count, query, t])
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {told}
    </div>
  )
}
