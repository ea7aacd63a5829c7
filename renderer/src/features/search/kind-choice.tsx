import { useTranslation } from 'react-i18next'
import { KINDS } from '#shared/domain/pattern.ts'
import { type Option, Picker, Segments } from '#renderer/ui/choice.tsx'
import type { Room } from '#renderer/ui/use-room.ts'
import { type KindChoice, setKind, useSearch } from './search-store.ts'

const SHOWN: readonly KindChoice[] = ['all', 'edge-to-edge', 'border', 'block', 'motif']

/** Narrows the wall to one kind. Kinds the library has none of and few people use wait until there is one. */
export function KindPicker({ kinds, room }: { kinds: Readonly<Record<string, number>>; room: Room }) {
  const { t } = useTranslation()
  const kind = useSearch(state => state.kind)
  const word = (id: KindChoice) => (id === 'all' ? t('search.all') : t(`kind.${id}`))
  const offered = (['all', ...KINDS] as const).filter(id => SHOWN.includes(id) || (kinds[id] ?? 0) > 0 || id === kind)
  const options: Option<KindChoice>[] = offered.map(id => ({ id, label: word(id) }))
  const isLong = options.length > 6
  return room === 'wide' && !isLong ? (
    <Segments label={t('search.kinds')} options={options} value={kind} onChange={setKind} />
  ) : (
    <Picker label={t('search.kinds')} options={options} value={kind} onChange={setKind} />
  )
}
