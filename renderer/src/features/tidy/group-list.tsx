import { Sparkles } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TidyGroup, TidyItem } from '#shared/contract/library/tidy.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { acceptPage } from './doings.ts'
import { PictureRow, SizeRow, UntaggedRow, WayUpRow } from './rows.tsx'
import { showMore, useTidy } from './tidy-store.ts'
import { useRowFocus } from './use-row-focus.ts'

const ROWS: Record<TidyGroup, (props: { item: TidyItem }) => React.ReactNode> = {
  untagged: UntaggedRow,
  'way-up': WayUpRow,
  'no-picture': PictureRow,
  'size-unknown': SizeRow,
}

export function GroupList({ id }: { id: TidyGroup }) {
  const { t } = useTranslation()
  const group = useTidy(state => state.group)
  const wanted = useTidy(state => state.wanted)
  const list = useRef<HTMLUListElement>(null)
  useRowFocus(list)
  if (group?.id !== id) return null
  const { items, total } = group
  if (total === 0) return <Empty drawing="spool" sentence={t(`tidy.none.${id}`)} />
  const Row = ROWS[id]
  return (
    <>
      <p className="tidy-what">{t(`tidy.what.${id}`)}</p>
      {id === 'untagged' ? <AcceptAll items={items} /> : null}
      <ul className="tidy-rows" ref={list}>
        {items.map(item => (
          <li key={item.pattern.id} className="tidy-row">
            <Row item={item} />
          </li>
        ))}
      </ul>
      {items.length < total && wanted < 200 ? (
        <div className="tidy-more">
          <Button onPress={showMore}>{t('tidy.more')}</Button>
        </div>
      ) : null}
    </>
  )
}

/** Everything suggested on the page, as one change. */
function AcceptAll({ items }: { items: readonly TidyItem[] }) {
  const { t } = useTranslation()
  const some = items.filter(({ suggestions }) => suggestions.length > 0)
  if (some.length < 2) return null
  return (
    <div className="tidy-all">
      <Button icon={<Sparkles aria-hidden="true" />} onPress={() => void acceptPage(some)}>
        {t('tidy.acceptAll', counted(some.length))}
      </Button>
    </div>
  )
}
