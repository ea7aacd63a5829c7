import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry, PatternDetail } from '#shared/contract/library/patterns.ts'
import { goBack } from '#renderer/changes/change.ts'
import { LostValues } from '#renderer/features/backup/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { changeWords, entryWords } from './history-words.ts'
import { momentWords } from './moment.ts'
import { useHistory } from './use-history.ts'

const FIRST = 8

/** What happened to the pattern, newest first, each with the way back to it. */
export function HistoryList({ detail }: { detail: PatternDetail }) {
  const { t } = useTranslation()
  const past = useHistory(detail)
  const [isWhole, setWhole] = useState(false)
  if (past === null) return null
  if (past.problem) return <Notice tone="warn">{sentenceFor(past.problem)}</Notice>
  const shown = isWhole ? past.entries : past.entries.slice(0, FIRST)
  return (
    <>
      {past.entries.length === 0 ? <p className="inspector-hint">{t('inspector.history.none')}</p> : null}
      <ol className="history">
        {shown.map((entry, at) => (
          <Entry key={entry.id} entry={entry} patternId={detail.id} isNow={at === 0 && !entry.undone} />
        ))}
      </ol>
      {shown.length < past.entries.length ? (
        <Button look="plain" onPress={() => setWhole(true)}>
          {t('inspector.history.more', { count: past.entries.length - shown.length })}
        </Button>
      ) : null}
      <LostValues patternId={detail.id} />
    </>
  )
}

interface EntryProps {
  readonly entry: HistoryEntry
  readonly patternId: string
  /** The pattern is as it was after this: there is nothing to go back to. */
  readonly isNow: boolean
}

function Entry({ entry, patternId, isNow }: EntryProps) {
  const { t } = useTranslation()
  const words = entryWords(entry)
  const when = momentWords(entry.at)
  return (
    <li className="history-entry">
      <p className="history-what">{words}</p>
      <p className="history-when">
        {t(entry.undone ? 'inspector.history.undoneWhen' : 'inspector.history.when', { when })}
      </p>
      {changeWords(entry).map(sentence => (
        <p key={sentence} className="history-change">
          {sentence}
        </p>
      ))}
      {isNow ? null : (
        <Button
          look="plain"
          icon={<RotateCcw aria-hidden="true" />}
          aria-label={t('inspector.history.goBackTo', { what: words, when })}
          onPress={() => void goBack(patternId, entry.id)}
        >
          {t('inspector.history.goBack')}
        </Button>
      )}
    </li>
  )
}
