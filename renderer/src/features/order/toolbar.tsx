import { FolderPlus, Plus, Search, X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Picker } from '#renderer/ui/choice.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { makeEntry, makeGroup } from './doings.ts'
import type { OrderKind } from './kinds.ts'
import { MoreMenu } from './more-menu.tsx'
import { NameField } from './name-field.tsx'
import { lookFor, sortBy, useOrderView } from './view-store.ts'
import './toolbar.css'

const SORTS = ['name', 'most'] as const

/** Find, order, make new. */
export function Toolbar({ kind }: { kind: OrderKind }) {
  const { t } = useTranslation()
  const text = useOrderView(state => state[kind].text)
  const sort = useOrderView(state => state[kind].sort)
  const [making, setMaking] = useState<'entry' | 'group' | null>(null)
  const isNarrow = useRoom() === 'narrow'
  const inMenu = [
    ...(kind === 'designers'
      ? []
      : [
          { id: 'make', words: t(`order.make.${kind}`), run: () => setMaking('entry') },
          { id: 'make-group', words: t('order.makeGroup'), run: () => setMaking('group') },
        ]),
    ...SORTS.map(id => ({ id, words: t(`order.sort.${id}`), checked: id === sort, run: () => sortBy(kind, id) })),
  ]

  return (
    <div className="order-tools">
      <SearchField
        className="order-find"
        aria-label={t(`order.find.${kind}`)}
        value={text}
        onChange={wanted => lookFor(kind, wanted)}
      >
        <Search aria-hidden="true" />
        <Input className="order-find-input" placeholder={t(`order.find.${kind}`)} maxLength={300} spellCheck={false} />
        {text ? (
          <AriaButton className="order-find-clear" aria-label={t('order.clear')}>
            <X aria-hidden="true" />
          </AriaButton>
        ) : null}
      </SearchField>
      {isNarrow ? (
        <MoreMenu word={t('order.newAndOrder')} name={null} actions={inMenu} />
      ) : (
        <Picker
          label={t('order.sort.label')}
          options={SORTS.map(id => ({ id, label: t(`order.sort.${id}`) }))}
          value={sort}
          onChange={wanted => sortBy(kind, wanted)}
        />
      )}
      {isNarrow || kind === 'designers' ? null : (
        <>
          <Button icon={<Plus aria-hidden="true" />} onPress={() => setMaking('entry')}>
            {t(`order.make.${kind}`)}
          </Button>
          <Button look="plain" icon={<FolderPlus aria-hidden="true" />} onPress={() => setMaking('group')}>
            {t('order.makeGroup')}
          </Button>
        </>
      )}
      {making && kind !== 'designers' ? (
        <div className="order-new">
          <NameField
            // A field of its own for each: what was typed for a tag is no name for a group.
            key={making}
            label={making === 'entry' ? t(`order.newName.${kind}`) : t('order.newGroupName')}
            save={t('order.makeIt')}
            cancel={t('app.cancel')}
            onSave={name => void submit(name)}
            onCancel={() => setMaking(null)}
          />
        </div>
      ) : null}
    </div>
  )

  async function submit(name: string) {
    const isMade = await (making === 'group' ? makeGroup(kind, name) : makeEntry(kind, name))
    if (isMade) setMaking(null)
  }
}
