import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { actionsFor } from './actions.ts'
import type { Entry, OrderKind } from './kinds.ts'
import { MoreMenu } from './more-menu.tsx'
import { chooseEntries } from './view-store.ts'
import './action-bar.css'

/** What to do with the chosen ones; it stands under the list, which ends above it. */
export function ActionBar({ kind, chosen }: { kind: OrderKind; chosen: readonly Entry[] }) {
  const { t } = useTranslation()
  const isNarrow = useRoom() === 'narrow'
  const count = chosen.length
  useEffect(() => {
    if (count > 0) announce(t('order.chosen', counted(count)))
  }, [count, t])
  if (count === 0) return null
  const actions = actionsFor(kind, chosen)
  return (
    <section className="order-bar" aria-label={t('order.actions')}>
      <span className="order-chosen">{t('order.chosen', counted(count))}</span>
      {isNarrow ? (
        <MoreMenu word={t('order.do')} name={null} actions={actions} />
      ) : (
        actions.map(({ id, words, icon: Icon, run }) => (
          <Button key={id} look="on-bar" icon={<Icon aria-hidden="true" />} onPress={run}>
            {words}
          </Button>
        ))
      )}
      <Button look="on-bar" onPress={() => chooseEntries(kind, [])}>
        {t('order.chooseNone')}
      </Button>
    </section>
  )
}
