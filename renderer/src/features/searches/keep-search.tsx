import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#shared/contract/library/order.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { filterOf, usePlaces } from '#renderer/features/places/index.ts'
import { searchWords, useNames, useSearch } from '#renderer/features/search/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { changeQuestion, keepSearch, portable } from './keep.ts'
import { NameSheet } from './name-sheet.tsx'

/** Keeps the words, the choices and the order on the screen under a name; of a kept search, what she changed about it. */
export function KeepSearch() {
  const { t } = useTranslation()
  const place = usePlaces(state => state.place)
  const { text, choices, sort, foundSort } = useSearch()
  const names = useNames(state => state.names)
  const [isOpen, setOpen] = useState(false)
  const query = text.trim()
  const question: Question = {
    query,
    filter: portable(filterOf(place), choices),
    sort: query === '' ? sort : (foundSort ?? 'best'),
  }
  const isNothing = query === '' && Object.keys(question.filter).length === 0
  const isKept = place.kind === 'search' && isSame(place.question, question)
  const keep = () => {
    if (place.kind === 'search') void changeQuestion(place.id, place.name, question)
    else setOpen(true)
  }
  useCommand('save-search', { run: keep, enabled: !isNothing && !isKept })
  if (isNothing || isKept) return null
  const words = searchWords(query, question.filter, names)
  return (
    <>
      <Button look="plain" icon={<BookmarkPlus aria-hidden="true" />} onPress={keep}>
        {t(place.kind === 'search' ? 'searches.update' : 'searches.keep')}
      </Button>
      {isOpen ? (
        <NameSheet
          title={t('searches.title')}
          hint={t('searches.what', { what: words })}
          first={words.slice(0, 300)}
          done={t('searches.save')}
          canPin
          onClose={() => setOpen(false)}
          onDone={(name, pinned) => keepSearch(name, question, pinned)}
        />
      ) : null}
    </>
  )
}

/** Two questions that find the same in the same order, whatever order they were put together in. */
function isSame(a: Question, b: Question): boolean {
  const plain = ({ query, filter, sort }: Question) =>
    JSON.stringify([query, sort === 'best' && query === '' ? 'newest' : sort, Object.entries(filter).toSorted(byField)])
  return plain(a) === plain(b)
}

const byField = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)
