import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Like, PatternFilter } from '#shared/contract/library/patterns.ts'
import { clearSearch } from '#renderer/features/search/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { chosenOf, FacetGroup } from './facet-group.tsx'
import { countFor, followCounts, openNarrow, openSeldom, openSheet, useNarrow } from './narrow-store.ts'
import { GROUPS, isAnswered, SELDOM } from './rows.ts'
import './narrow.css'

export interface NarrowProps {
  /** What the wall is asked, with everything chosen. */
  readonly question: { readonly query: string; readonly filter: PatternFilter }
  /** What the wall shows: it is counted once it hangs, so that the pictures never wait for the numbers. */
  readonly counted: { readonly query: string; readonly filter: PatternFilter; readonly like?: Like }
  /** What the place asks for by itself. */
  readonly place: PatternFilter
  /** There is no room beside the wall: the panel takes the middle of the window. */
  readonly asSheet: boolean
  readonly total: number
}

/** Every way to narrow the wall, with what each would leave. Nothing is lost by trying: each choice is a chip above the wall. */
export function NarrowPanel({ question, counted: shown, place, asSheet, total }: NarrowProps) {
  const { t } = useTranslation()
  const isOpen = useNarrow(state => (asSheet ? state.isSheetOpen : state.isOpen))
  useCounts(isOpen, shown)
  const close = () => (asSheet ? openSheet(false) : openNarrow(false))
  if (asSheet) {
    return (
      <Sheet
        open={isOpen}
        onClose={close}
        title={t('narrow.title')}
        size="small"
        foot={
          <>
            <Button look="plain" onPress={clearSearch}>
              {t('narrow.clear')}
            </Button>
            <Button look="primary" onPress={close}>
              {t('narrow.done', counted(total))}
            </Button>
          </>
        }
      >
        <Groups place={place} chosen={question.filter} />
      </Sheet>
    )
  }
  if (!isOpen) return null
  return (
    <section className="narrow-panel" aria-label={t('narrow.title')}>
      <div className="narrow-head">
        <h2 className="narrow-title">{t('narrow.button')}</h2>
        <AriaButton className="narrow-close" onPress={close}>
          <X aria-hidden="true" />
          <span>{t('narrow.close')}</span>
        </AriaButton>
      </div>
      <Groups place={place} chosen={question.filter} />
    </section>
  )
}

function Groups({ place, chosen }: { place: PatternFilter; chosen: PatternFilter }) {
  const { t } = useTranslation()
  const problem = useNarrow(state => state.problem)
  const isWhole = useNarrow(state => state.hasSeldom)
  const seldom = SELDOM.filter(group => isWhole || chosenOf(group, chosen, place) > 0)
  const groups = [...GROUPS, ...seldom].filter(group => !isAnswered(group, place))
  return (
    <div className="narrow-groups">
      {problem ? <Notice tone="warn">{sentenceFor(problem)}</Notice> : null}
      {groups.map(group => (
        <FacetGroup key={group} group={group} place={place} chosen={chosen} />
      ))}
      <AriaButton className="narrow-more" aria-expanded={isWhole} onPress={() => openSeldom(!isWhole)}>
        {isWhole ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
        <span>{t(isWhole ? 'narrow.fewerGroups' : 'narrow.moreGroups')}</span>
      </AriaButton>
    </div>
  )
}

/** Counts come with every question, and again whenever the library changes. */
function useCounts(isOpen: boolean, { query, filter, like }: NarrowProps['counted']): void {
  const groups = useNarrow(state => state.groups)
  useEffect(() => {
    if (isOpen) void countFor({ query, filter, of: [...groups], ...(like ? { like } : {}) })
  }, [isOpen, groups, query, filter, like])
  useEffect(() => (isOpen ? followCounts() : undefined), [isOpen])
}
