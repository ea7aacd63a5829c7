import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DoublePair } from '#shared/contract/library/doubles.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { showPair } from './doubles-store.ts'

/** All pairs that wait, one beneath the other; arrow keys go through them. */
export function PairList({ pairs, shownId }: { pairs: readonly DoublePair[]; shownId: string | null }) {
  const { t } = useTranslation()
  return (
    <ListBox
      className="double-list"
      aria-label={t('doubles.list')}
      items={pairs}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={shownId === null ? [] : [shownId]}
      onSelectionChange={keys => {
        const [id] = keys === 'all' ? [] : keys
        if (typeof id === 'string') showPair(id)
      }}
    >
      {pair => (
        <ListBoxItem
          id={pair.id}
          className="double-item"
          textValue={t('doubles.pairOf', { first: pair.first.name, second: pair.second.name })}
        >
          <span className="double-faces">
            <span className="double-face">
              <Picture of={pair.first} />
            </span>
            <span className="double-face">
              <Picture of={pair.second} />
            </span>
          </span>
          <span className="double-item-words">
            <span className="double-item-name">
              {t('doubles.pairOf', { first: pair.first.name, second: pair.second.name })}
            </span>
            <span className="double-item-kind">{t(`doubles.kind.${pair.kind}`)}</span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
