import { Clock, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { forgetSearch, forgetSearches, useRecent } from './recent.ts'
import { setText } from './search-store.ts'

/** What she looked for before, under the empty box. Up and Down walk it; each can be forgotten. */
export function RecentList({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation()
  const recent = useRecent(state => state.recent)
  return (
    <div className="recent" data-floating role="group" aria-label={t('searches.recent')} onKeyDown={walk}>
      <div className="recent-head">
        <span className="recent-title">{t('searches.recent')}</span>
        <Button className="recent-forget-all" onPress={forgetSearches}>
          {t('searches.forgetAll')}
        </Button>
      </div>
      <ul>
        {recent.map(query => (
          <li key={query} className="recent-row">
            <Button
              className="recent-search"
              onPress={() => {
                setText(query)
                onChosen()
              }}
            >
              <Clock aria-hidden="true" />
              <span>{query}</span>
            </Button>
            <Button
              className="recent-forget"
              aria-label={t('searches.forget', { query })}
              onPress={() => forgetSearch(query)}
            >
              <X aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** From row to row; up from the first goes back to the box. */
function walk(event: React.KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.recent-search')]
  const at = rows.findIndex(row => row.parentElement?.contains(document.activeElement))
  const to = at + (event.key === 'ArrowDown' ? 1 : -1)
  const target = to < 0 ? document.getElementById('search') : rows[to]
  target?.focus()
  event.preventDefault()
  event.stopPropagation()
}
