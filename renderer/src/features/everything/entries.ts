/** The things the everything-box can find, made of what the window can do and what the library holds. */
import { COMMAND_IDS, COMMANDS, type CommandId, type Menu } from '#shared/commands/commands.ts'
import type { SavedSearch } from '#shared/contract/library/order.ts'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { commandOf, type Offer } from '#renderer/commands/commands.ts'
import { goTo } from '#renderer/features/places/index.ts'
import { lookAt } from '#renderer/features/closely/index.ts'
import { openSettings, SECTIONS } from '#renderer/features/settings/index.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import type { EntryKind, RecentEntry } from './everything-store.ts'
import { found, type Matchable, matchable, wordsOf } from './match.ts'

export interface EntryFacts {
  readonly id: string
  readonly words: string
  readonly match: Matchable
  /** The keys that do it, as the table of commands writes them. */
  readonly keys: string | null
  /** A word more: whose pattern it is, how many patterns it holds, or why it cannot be done now. */
  readonly remark: string | null
  readonly enabled: boolean
  readonly run: () => void
}

export type Entry =
  | (EntryFacts & { readonly kind: Exclude<EntryKind, 'command' | 'pattern'> })
  /** `face`: what its small picture is drawn from; null: not asked for. */
  | (EntryFacts & { readonly kind: 'pattern'; readonly face: Pick<PatternCard, 'sketchKey' | 'pictureKey'> | null })
  | (EntryFacts & { readonly kind: 'command'; readonly menu: Menu })

/** Something with a name and patterns in it. */
interface Named {
  readonly id: string
  readonly name: string
  readonly patterns: number
}

export interface Lists {
  readonly collections: readonly Named[]
  readonly tags: readonly Named[]
  readonly designers: readonly Named[]
  readonly searches: readonly SavedSearch[]
}

export interface EntryGroup {
  readonly id: EntryKind | 'recent'
  readonly entries: readonly Entry[]
}

/** Of each kind no more than can be looked over. */
const MOST_OF_A_KIND = 6

export function commandEntries(offers: ReadonlyMap<CommandId, readonly Offer[]>): Entry[] {
  return COMMAND_IDS.filter(id => id !== 'everything').flatMap((id): Entry[] => {
    const command = commandOf(offers, id)
    const entry = {
      kind: 'command',
      id,
      menu: COMMANDS[id].menu ?? 'go',
      keys: COMMANDS[id].keys,
      match: matchable(`${t(`command.${id}`)} ${command?.words ?? ''}`, t(`also.${id}`)),
    } as const
    if (command?.enabled) return [{ ...entry, words: command.words, remark: null, enabled: true, run: command.run }]
    // What needs a pattern says so. Anything else that cannot be done now is not there.
    if (COMMANDS[id].menu !== 'pattern') return []
    const words = command?.words ?? t(`command.${id}`)
    return [{ ...entry, words, remark: t('everything.choosePattern'), enabled: false, run: () => {} }]
  })
}

export function settingEntries(): Entry[] {
  return SECTIONS.map(id => ({
    kind: 'setting',
    id,
    words: t(`settings.section.${id}`),
    match: matchable(t(`settings.section.${id}`), t(`settings.alsoSection.${id}`)),
    keys: null,
    remark: null,
    enabled: true,
    run: () => openSettings(id),
  }))
}

export function listEntries({ collections, tags, designers, searches }: Lists): Entry[] {
  return [
    ...collections.map(one => named('collection', one)),
    ...tags.map(one => named('tag', one)),
    ...designers.map(one => named('designer', one)),
    ...searches.map(
      ({ id, name, question }): Entry => ({
        kind: 'search',
        id,
        words: name,
        match: matchable(name),
        keys: null,
        remark: null,
        enabled: true,
        run: () => goTo({ kind: 'search', id, name, question }),
      }),
    ),
  ]
}

function named(kind: 'collection' | 'tag' | 'designer', { id, name, patterns }: Named): Entry {
  const run = () => goTo({ kind, id, name })
  const remark = t('places.collectionCount', counted(patterns))
  return { kind, id, words: name, match: matchable(name), keys: null, remark, enabled: true, run }
}

export function patternEntry(
  { id, name, designer }: Pick<PatternCard, 'id' | 'name' | 'designer'>,
  face: Pick<PatternCard, 'sketchKey' | 'pictureKey'> | null,
): Entry {
  return {
    kind: 'pattern',
    id,
    words: name,
    face,
    match: matchable(name, designer ?? ''),
    keys: null,
    remark: designer,
    enabled: true,
    run: () => lookAt(id),
  }
}

/**
 * What is shown for these words. With nothing typed: what was chosen lately, then all that can be done. Patterns come found, by the
 * library itself.
 */
export function groupsFor(
  query: string,
  own: readonly Entry[],
  patterns: readonly Entry[],
  recent: readonly RecentEntry[],
): EntryGroup[] {
  const isTyped = wordsOf(query).length > 0
  if (!isTyped) {
    const lately = recent.flatMap(one => sameEntry(own, one))
    const commands = own.filter(one => one.kind === 'command' && one.enabled && !lately.includes(one))
    return grouped([
      ['recent', lately],
      ['command', commands],
    ])
  }
  const fillers = new Set(wordsOf(t('everything.fillers')))
  const fitting = Map.groupBy(found(own, query, fillers), one => one.kind)
  // The library also finds what is only nearly called that: worth showing where nothing else is.
  const named = found(patterns, query, fillers)
  const of = (kind: EntryKind) => (fitting.get(kind) ?? []).slice(0, MOST_OF_A_KIND)
  return grouped([
    ['command', of('command')],
    ['pattern', named.length > 0 || fitting.size > 0 ? named : patterns],
    ['collection', of('collection')],
    ['tag', of('tag')],
    ['designer', of('designer')],
    ['search', of('search')],
    ['setting', of('setting')],
  ])
}

/** What she chose before, as it stands now; a pattern is asked for only when she chooses it again. */
function sameEntry(own: readonly Entry[], { kind, id, words }: RecentEntry): Entry[] {
  if (kind === 'pattern') return [patternEntry({ id, name: words, designer: null }, null)]
  const entry = own.find(one => one.kind === kind && one.id === id)
  return entry?.enabled ? [entry] : []
}

function grouped(groups: readonly [EntryGroup['id'], readonly Entry[]][]): EntryGroup[] {
  return groups.filter(([, entries]) => entries.length > 0).map(([id, entries]) => ({ id, entries }))
}
