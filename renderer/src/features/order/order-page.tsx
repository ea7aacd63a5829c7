import { useEffect } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/features/places/index.ts'
import { numberWords } from '#renderer/i18n/words.ts'
import { ORDER_KINDS, type OrderKind } from './kinds.ts'
import { followOrder, useOrder } from './order-store.ts'
import { OrderTab } from './order-tab.tsx'
import './order.css'

/** One place for everything that keeps patterns in order: collections, tags, designers. */
export function OrderPage({ kind }: { kind: OrderKind }) {
  const { t } = useTranslation()
  useEffect(followOrder, [])
  return (
    <section className="order-page" aria-labelledby="order-title">
      <h1 id="order-title" className="visually-hidden">
        {t('order.title')}
      </h1>
      <Tabs
        className="order-tabs"
        selectedKey={kind}
        onSelectionChange={key => {
          const wanted = ORDER_KINDS.find(one => one === key)
          if (wanted) goTo({ kind: wanted })
        }}
      >
        <TabList className="order-tablist" aria-label={t('order.tabs')}>
          {ORDER_KINDS.map(one => (
            <Tab key={one} id={one} className="order-tabname">
              {t(`order.tab.${one}`)}
              <TabCount kind={one} />
            </Tab>
          ))}
        </TabList>
        {ORDER_KINDS.map(one => (
          <TabPanel key={one} id={one} className="order-panel">
            <OrderTab kind={one} />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  )
}

function TabCount({ kind }: { kind: OrderKind }) {
  const count = useOrder(state => state[kind]?.entries.length ?? 0)
  return count > 0 ? <span className="order-tabcount">{numberWords(count)}</span> : null
}
