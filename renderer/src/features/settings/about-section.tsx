import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { shell } from '#renderer/host/bobbin.ts'
import licences from './licences.json'
import { newestNews } from './news.ts'

/** Which Bobbin this is, what it brought, and whose work is in it. */
export function AboutSection() {
  const { t } = useTranslation()
  return (
    <>
      <p className="about-version">{t('settings.version', { version: shell().capabilities.version })}</p>
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
          <Button slot="trigger" className="disclosure-button">
            <ChevronRight aria-hidden="true" />
            {t('settings.licences')}
          </Button>
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
        </DisclosurePanel>
      </Disclosure>
    </>
  )
}
