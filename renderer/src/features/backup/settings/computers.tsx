import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { library } from '#renderer/host/bobbin.ts'
import { isOtherState, useAnswer } from '../use-answer.ts'
import { useFoundFocus } from '../use-found-focus.ts'
import { ComputerRow } from './computer-row.tsx'
import './computers.css'

const ask = () => library.call('sync.computers', {})

/** Her computers: what each is called, when it was last seen, and the ways to rename it or sign it out. */
export function Computers() {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  useFoundFocus(place)
  const { answer, isFailed, again } = useAnswer(ask, isOtherState)
  return (
    <section className="backup-part" ref={place}>
      <h4>{t('computers.title')}</h4>
      <p className="backup-part-hint">{t('computers.hint')}</p>
      {answer === null ? (
        isFailed ? (
          <p>{t('computers.offline')}</p>
        ) : null
      ) : (
        <ul className="computers">
          {answer.computers.map(computer => (
            <li key={computer.id}>
              <ComputerRow computer={computer} onChanged={again} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
