import { CheckCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { accept, nextSuggestions } from './actions.ts'
import { Comparing } from './comparing.tsx'
import { followDoubles, useDoubles } from './doubles-store.ts'
import { PairList } from './pair-list.tsx'
import { Review } from './review.tsx'
import './doubles.css'

/** Patterns that look alike, pair by pair. Nothing is done by itself. */
export function DoublesPage() {
  const { t } = useTranslation()
  const { state, pairs, total, shownId } = useDoubles()
  const room = useRoom()
  useEffect(followDoubles, [])
  if (!pairs || !state) return <div className="doubles-page" aria-busy="true" />
  const at = Math.max(
    0,
    pairs.findIndex(pair => pair.id === shownId),
  )
  const shown = pairs[at]
  const suggestions = nextSuggestions(pairs)
  return (
    <div className="doubles-page">
      <div className="doubles-head">
        <div className="doubles-head-words">
          <h1 className="page-title">{t('doubles.title')}</h1>
          {total > 0 ? <p className="double-hint">{t('doubles.count', counted(total))}</p> : null}
        </div>
        {suggestions.length > 0 ? (
          <Button icon={<CheckCheck aria-hidden="true" />} onPress={() => void accept(suggestions)}>
            {t('doubles.accept', counted(suggestions.length))}
          </Button>
        ) : null}
      </div>
      <Comparing state={state} />
      {shown ? (
        <div className="doubles-body">
          {room === 'wide' && pairs.length > 1 ? <PairList pairs={pairs} shownId={shown.id} /> : null}
          <Review
            pair={shown}
            at={at}
            total={Math.max(total, pairs.length)}
            inGroup={pairs.filter(pair => pair.group === shown.group).length + 1}
          />
        </div>
      ) : (
        <Empty
          drawing="feather"
          sentence={t(state.state === 'running' ? 'doubles.noneYet' : 'doubles.none')}
          hint={t(state.state === 'running' ? 'doubles.noneYetHint' : 'doubles.noneHint')}
        />
      )}
    </div>
  )
}
