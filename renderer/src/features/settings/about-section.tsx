import { ChevronRight, LifeBuoy } from 'lucide-react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { shell } from '#renderer/host/bobbin.ts'
import wordnetLicence from '#shared/search/language/english/WORDNET-LICENCE.txt?raw'
import { openSupport } from '#renderer/features/support/index.ts'
import { UpdateSetting } from '#renderer/features/updates/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import licences from './licences.json'
import { newestNews } from './news.ts'
import { closeSettings } from './sections.ts'

/** Which Bobbin this is, what it brought, and whose work is in it. */
export function AboutSection() {
  const { t } = useTranslation()
  return (
    <>
      <p className="about-version">{t('settings.version', { version: shell().capabilities.version })}</p>
      <UpdateSetting />
      {shell().capabilities.support ? (
        <div>
          <Button
            icon={<LifeBuoy aria-hidden="true" />}
            onPress={() => {
              closeSettings()
              openSupport()
            }}
          >
            {t('support.title')}
          </Button>
        </div>
      ) : null}
      {newestNews().map(({ version, lines }) => (
        <section key={version} className="news">
          <h4>{t('settings.newIn', { version })}</h4>
          <ul className="news-lines">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <Disclosure className="disclosure">
        <Heading level={4}>
          <AriaButton slot="trigger" className="disclosure-button">
            <ChevronRight aria-hidden="true" />
            {t('settings.licences')}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <p>{t('settings.licencesHint')}</p>
          <ul className="licences">
            {licences.map(([name, licence]) => (
              <li key={name}>
                <span>{name}</span>
                <span className="licence">{licence}</span>
              </li>
            ))}
          </ul>
          <p>{t('settings.wordsFrom')}</p>
          <p className="licence-text">{wordnetLicence}</p>
        </DisclosurePanel>
      </Disclosure>
    </>
  )
}
