import { useEffect } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { numberWords } from '#renderer/i18n/words.ts'
import { GroupList } from './group-list.tsx'
import { MissedList } from './missed-list.tsx'
import { followTidy, showTab, TIDY_TABS, useTidy } from './tidy-store.ts'
import './tidy.css'

/** What could be put right, group by group. Nothing here has to be done. */
export function TidyPage() {
  const { t } = useTranslation()
  const tab = useTidy(state => state.tab)
  const counts = useTidy(state => state.counts)
  useEffect(followTidy, [])
  return (
    <section className="tidy-page" aria-labelledby="tidy-title">
      <div className="tidy-head">
        <h1 id="tidy-title" className="page-title">
          {t('tidy.title')}
        </h1>
        <p className="tidy-hint">{t('tidy.hint')}</p>
      </div>
      <Tabs
        className="tidy-tabs"
        selectedKey={tab}
        onSelectionChange={key => {
          const wanted = TIDY_TABS.find(one => one === key)
          if (wanted) showTab(wanted)
        }}
      >
        <TabList className="tidy-tablist" aria-label={t('tidy.tabs')}>
          {TIDY_TABS.map(one => (
            <Tab key={one} id={one} className="tidy-tab">
              {t(`tidy.tab.${one}`)}
              {counts && counts[one] > 0 ? <span className="tidy-count">{numberWords(counts[one])}</span> : null}
            </Tab>
          ))}
        </TabList>
        {TIDY_TABS.map(one => (
          <TabPanel key={one} id={one} className="tidy-panel">
            {one === 'missed' ? <MissedList /> : <GroupList id={one} />}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  )
}
