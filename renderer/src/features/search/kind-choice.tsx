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
 * Narrows the wall to one kind. Side by side stand the kinds most patterns are of, whatever the library holds, so that nothing moves when
 * the first corner comes in; the others wait in the panel. Where there is no room all of them open from one button.
 *
 * @param room rem there is for it
 */
export function KindPicker({ kinds, room }: { kinds: Readonly<Record<string, number>>; room: number }) {
  const { t } = useTranslation()
  const chosen = useSearch(state => state.choices.kinds)
  // Several kinds can be ticked in the panel; then none of these is the one.
  const kind = chosen === undefined ? 'all' : chosen.length === 1 ? (chosen[0] ?? null) : null
  const optionOf = (id: KindChoice): Option<KindChoice> => ({
    id,
    label: id === 'all' ? t('search.all') : t(`kind.${id}`),
  })
  const common = SHOWN.map(optionOf)
  if (widthOf(common) <= room)
    return <Segments label={t('search.kinds')} options={common} value={kind} onChange={setKind} />
  const offered = KINDS.filter(id => SHOWN.includes(id) || (kinds[id] ?? 0) > 0 || id === kind)
  return (
    <Picker
      label={t('search.kinds')}
      options={[{ id: 'all', label: t('search.allKinds') }, ...offered.map(optionOf)]}
      value={kind}
      onChange={setKind}
      several={t('search.severalKinds')}
    />
  )
}
