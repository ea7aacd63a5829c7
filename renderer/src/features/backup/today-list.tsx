import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { library } from '#renderer/host/bobbin.ts'
import { clockWords } from '#renderer/i18n/words.ts'
import { happenedWords } from './today-words.ts'
import { always, useAnswer } from './use-answer.ts'
import './today-list.css'

const ask = () => library.call('sync.today', {})

/** What backing up did today, in sentences with their time. */
export function TodayList() {
  const { t } = useTranslation()
  const { answer, again } = useAnswer(ask, always)
  useEffect(() => library.on('sync.happened', again), [again])
  if (answer === null) return null
  const lines = answer.happened.flatMap(({ at, kind, args }, index) => {
    const words = happenedWords({ kind, args })
    return words === null ? [] : [{ key: `${at} ${kind} ${index}`, at, words }]
  })
  return (
    <section className="today">
      <h3 className="today-title">{t('backup.page.today')}</h3>
      {lines.length === 0 ? (
        <p className="today-none">{t('backup.page.todayNone')}</p>
      ) : (
        <ol className="today-lines">
          {lines.map(({ key, at, words }) => (
            <li key={key} className="today-line">
              <time className="today-time" dateTime={new Date(at).toISOString()}>
                {clockWords(at)}
              </time>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
