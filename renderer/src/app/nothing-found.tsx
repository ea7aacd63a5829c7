import { PenLine, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { runCommand } from '#renderer/commands/commands.ts'
import {
  chipWords,
  clearSearch,
  dropChoice,
  setText,
  useNames,
  useSearch,
  withoutWords,
} from '#renderer/features/search/index.ts'
import { type Question, useWall } from '#renderer/features/wall/index.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useCounts, type WayOn, waysOn } from './ways-on.ts'
import './nothing-found.css'

/** Nothing is all of that: the nearest words, one button for each thing less with what it would find, and the way back to everything. */
export function NothingFound({ question, place }: { question: Question; place: PatternFilter }) {
  const { t } = useTranslation()
  const choices = useSearch(state => state.choices)
  const understood = useWall(state => state.understood)
  const nearest = useWall(state => state.nearest)
  const { query } = question
  const ways = waysOn(question, understood, { place, choices })
  const counts = useCounts(ways)
  const found = (way: WayOn) => counts.get(way.key) ?? 0
  const bestFirst = ways.toSorted((a, b) => Number(found(b) > 0) - Number(found(a) > 0))
  return (
    <Empty
      drawing="heart"
      sentence={query === '' ? t('search.nothingHere') : t('search.nothing', { query })}
      hint={t(ways.length > 0 ? 'search.nothingFewer' : 'search.nothingHint')}
    >
      {nearest.length > 0 ? (
        <div className="ways" role="group" aria-label={t('search.nearest')}>
          <p className="ways-head">{t('search.nearest')}</p>
          {nearest.map(words => (
            <Button key={words} icon={<Search aria-hidden="true" />} onPress={() => setText(words)}>
              {words}
            </Button>
          ))}
        </div>
      ) : null}
      {ways.length > 0 ? (
        <div className="ways" role="group" aria-label={t('search.oneLess')}>
          {bestFirst.map(way => (
            <Button key={way.key} look={found(way) > 0 ? 'outline' : 'plain'} onPress={() => goOn(way)}>
              <WayWords way={way} words={query} />
              {found(way) > 0 ? <span className="way-found">{t('search.found', counted(found(way)))}</span> : null}
            </Button>
          ))}
        </div>
      ) : null}
      <div className="ways">
        <Button look="plain" icon={<PenLine aria-hidden="true" />} onPress={() => runCommand('draw')}>
          {t('search.drawIt')}
        </Button>
        <Button look={ways.length + nearest.length > 0 ? 'plain' : 'outline'} onPress={clearSearch}>
          {t('search.showAll')}
        </Button>
      </div>
    </Empty>
  )
}

function WayWords({ way: { off }, words }: { way: WayOn; words: string }) {
  const { t } = useTranslation()
  const names = useNames(state => state.names)
  if (off.kind === 'choice') return withoutWords(off.choice, names)
  if (off.kind === 'words') return t('narrow.withoutWords', { what: words })
  return t('search.withoutChip', { what: chipWords(off.chip) })
}

function goOn({ off, query }: WayOn): void {
  if (off.kind === 'choice') dropChoice(off.choice)
  else setText(query)
}
