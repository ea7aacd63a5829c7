import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { WatchFolderSetting } from '#renderer/features/arrivals/index.ts'
import { BackupSettings } from '#renderer/features/backup/index.ts'
import { HelpCard, type Topic } from '#renderer/features/help/index.ts'
import { MachinesPage } from '#renderer/features/machines/index.ts'
import { MeaningSection } from '#renderer/features/meaning/index.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { AboutSection } from './about-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { LooksSection } from './looks-section.tsx'
import { PlaceSection } from './place-section.tsx'
import { closeSettings, type Section, SECTIONS, showSection, useSettingsSheet } from './sections.ts'
import { UnitsSection } from './units-section.tsx'
import './settings.css'

const PAGES: Record<Section, () => React.ReactNode> = {
  looks: LooksSection,
  units: UnitsSection,
  machines: MachinesPage,
  bringing: WatchFolderSetting,
  meaning: MeaningSection,
  backup: BackupSettings,
  place: PlaceSection,
  keys: KeysSection,
  about: AboutSection,
}

/** Pages with a help of their own. */
const HELP: Partial<Record<Section, Topic>> = { machines: 'machines', backup: 'safety' }

/** How she likes Bobbin: a list of pages at the left, the page at the right. */
export function SettingsSheet() {
  const { t } = useTranslation()
  const section = useSettingsSheet(state => state.section)
  return (
    <Sheet
      open
      onClose={closeSettings}
      title={t('settings.title')}
      help={<HelpCard topic={HELP[section] ?? 'settings'} />}
    >
      <Tabs
        className="settings"
        orientation="vertical"
        selectedKey={section}
        onSelectionChange={key => {
          const next = SECTIONS.find(one => one === key)
          if (next) showSection(next)
        }}
      >
        <TabList className="settings-list" aria-label={t('settings.title')}>
          {SECTIONS.map(id => (
            <Tab key={id} id={id} className="settings-tab">
              {t(`settings.section.${id}`)}
            </Tab>
          ))}
        </TabList>
        {SECTIONS.map(id => {
          const Page = PAGES[id]
          return (
            <TabPanel key={id} id={id} className="settings-page">
              <h3 className="settings-heading">{t(`settings.section.${id}`)}</h3>
              <Page />
            </TabPanel>
          )
        })}
      </Tabs>
    </Sheet>
  )
}
