import { useTranslation } from 'react-i18next'
import { KINDS } from '#shared/domain/pattern.ts'
import { type Option, Picker, Segments } from '#renderer/ui/choice.tsx'
import { setKind, useSearch } from './search-store.ts'

type KindChoice = (typeof KINDS)[number] | 'all'

const SHOWN: readonly KindChoice[] = ['all', 'edge-to-edge', 'border', 'block', 'motif']

/** About what the segments take in rem: letters and the space around each word. */
function widthOf(options: readonly Option<KindChoice>[]): number {
  return options.reduce((sum, option) => sum + option.label.length * 0.56 + 2, 0)
}

/**
 * Narrows the wall to one kind. Kinds the library has none of and few people use wait until there is one.
 *
 * @param room rem there is for it
 */
export function KindPicker({ kinds, room }: { kinds: Readonly<Record<string, number>>; room: number }) {
  const { t } = useTranslation()
  const chosen = useSearch(state => state.choices.kinds)
  // Several kinds can be ticked in the panel; then none of these is the one.
  const kind = chosen === undefined ? 'all' : chosen.length === 1 ? (chosen[0] ?? null) : null
  const word = (id: KindChoice) => (id === 'all' ? t('search.all') : t(`kind.${id}`))
  const offered = (['all', ...KINDS] as const).filter(id => SHOWN.includes(id) || (kinds[id] ?? 0) > 0 || id === kind)
  const options: Option<KindChoice>[] = offered.map(id => ({ id, label: word(id) }))
  return widthOf(options) <= room ? (
    <Segments label={t('search.kinds')} options={options} value={kind} onChange={setKind} />
  ) : (
    <Picker
      label={t('search.kinds')}
      options={options.map(one => (one.id === 'all' ? { ...one, label: t('search.allKinds') } : one))}
      value={kind}
      onChange={setKind}
      several={t('search.severalKinds')}
    />
  )
}
