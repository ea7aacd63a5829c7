import { ChevronRight, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import type { MissedSearch } from '#shared/contract/library/tidy.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { counted, dayWords } from '#renderer/i18n/words.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { forget, searchAgain, tagAsMeant } from './doings.ts'
import { useTidy } from './tidy-store.ts'
import { useRowFocus } from './use-row-focus.ts'

/** Searches that found nothing: what her patterns lack in words. */
export function MissedList() {
  const { t } = useTranslation()
  const missed = useTidy(state => state.missed)
  const list = useRef<HTMLUListElement>(null)
  useRowFocus(list)
  if (missed === null) return null
  if (missed.length === 0) return <Empty drawing="spool" sentence={t('tidy.none.missed')} />
  return (
    <>
      <p className="tidy-what">{t('tidy.what.missed')}</p>
      <ul className="tidy-rows" ref={list}>
        {missed.map(search => (
          <li key={search.id} className="tidy-row tidy-row-missed">
            <MissedRow search={search} />
          </li>
        ))}
      </ul>
    </>
  )
}

function MissedRow({ search }: { search: MissedSearch }) {
  const { t } = useTranslation()
  return (
    <div className="tidy-body">
      <h2 className="tidy-name">{t('tidy.quoted', { query: search.query })}</h2>
      <p className="tidy-said">{t('tidy.asked', { ...counted(search.times), day: dayWords(search.lastAt) })}</p>
      <div className="tidy-do">
        <Button icon={<Search aria-hidden="true" />} onPress={() => searchAgain(search.query)}>
          {t('tidy.searchAgain')}
        </Button>
        <Button look="plain" onPress={() => void forget(search.id)}>
          {t('tidy.forget')}
        </Button>
      </div>
      <Meant search={search} />
    </div>
  )
}

/** Patterns that may have been meant. One that is it gets the words as a tag. */
function Meant({ search }: { search: MissedSearch }) {
  const { t } = useTranslation()
  const [patterns, setPatterns] = useState<readonly PatternCard[] | null>(null)
  function look() {
    library.call('missed.meant', { id: search.id }).then(answer => setPatterns(answer.patterns), say)
  }
  return (
    <Disclosure className="disclosure" onExpandedChange={isOpen => isOpen && look()}>
      <Heading level={3}>
        <AriaButton slot="trigger" className="disclosure-button">
          <ChevronRight aria-hidden="true" />
          {t('tidy.meant')}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        {patterns === null ? null : patterns.length === 0 ? (
          <p className="tidy-said">{t('tidy.meantNone')}</p>
        ) : (
          <ul className="tidy-meant">
            {patterns.map(pattern => (
              <li key={pattern.id}>
                <div className="tidy-face">
                  <Picture of={pattern} />
                </div>
                <span className="tidy-meant-name">{pattern.name}</span>
                <Button
                  aria-label={t('tidy.thisOneOf', { name: pattern.name })}
                  onPress={() => void tagAsMeant(search.id, search.query, pattern.id)}
                >
                  {t('tidy.thisOne')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </DisclosurePanel>
    </Disclosure>
  )
}
