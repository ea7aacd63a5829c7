import { CopyCheck } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { useDoubles } from './doubles-store.ts'

/** "Looks alike 3" among the places, only while pairs wait or she is there. */
export function DoublesPlace({ isHere, onGo }: { isHere: boolean; onGo: () => void }) {
  const { t } = useTranslation()
  const pairs = useDoubles(store => store.state?.pairs ?? 0)
  if (pairs === 0 && !isHere) return null
  return (
    <li>
      <Button className="place" {...(isHere ? { 'aria-current': 'page' as const } : {})} onPress={onGo}>
        <CopyCheck aria-hidden="true" />
        <span className="place-word">{t('doubles.place')}</span>
        {pairs > 0 ? (
          <>
            <span className="place-count">{numberWords(pairs)}</span>
            <span className="visually-hidden">{t('doubles.placeCount', counted(pairs))}</span>
          </>
        ) : null}
      </Button>
    </li>
  )
}
