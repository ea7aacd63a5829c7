import { Inbox } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { useTray } from './arrivals-store.ts'

/** "New 3" among the places, only while something waits or she is there. */
export function NewPlace({ isHere, onGo }: { isHere: boolean; onGo: () => void }) {
  const { t } = useTranslation()
  const waiting = useTray(state => state.waiting)
  if (waiting === 0 && !isHere) return null
  return (
    <li>
      <Button className="place" {...(isHere ? { 'aria-current': 'page' as const } : {})} onPress={onGo}>
        <Inbox aria-hidden="true" />
        <span className="place-word">{t('arrivals.place')}</span>
        {waiting > 0 ? (
          <>
            <span className="place-count">{numberWords(waiting)}</span>
            <span className="visually-hidden">{t('arrivals.placeCount', counted(waiting))}</span>
          </>
        ) : null}
      </Button>
    </li>
  )
}
