import { useState } from 'react'
import { Checkbox, Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Facet, PatternFilter } from '#shared/contract/library/patterns.ts'
import { foldName } from '#shared/text/fold.ts'
import { isChosen, toggleChoice } from '#renderer/features/search/index.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import type { Row } from './rows.ts'

/** Shown of a long list at first: those that most patterns have. */
const FEW = 7
/** More check boxes than this nobody reads; the rest is found by a part of the name. */
const MOST = 100

interface ValueListProps {
  readonly group: Facet
  readonly rows: readonly Row[]
  readonly chosen: PatternFilter
}

/** Check boxes with their counts; of a long list the likely ones, the rest by name. */
export function ValueList({ group, rows, chosen }: ValueListProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isWhole, setWhole] = useState(false)
  // Worked out once while the group is open: a row that moved away under her finger would be ticked by mistake.
  const [likely] = useState(() => likelyKeys(rows))
  const isLong = rows.length > FEW + 1
  const wanted = foldName(text.trim())
  const matching =
    wanted !== ''
      ? rows.filter(row => foldName(row.words).includes(wanted))
      : isLong && !isWhole
        ? rows.filter(row => likely.has(row.key) || isChosen(chosen, row.choice))
        : rows
  const shown = matching.slice(0, MOST)
  return (
    <>
      {isLong ? (
        <TextField className="facet-find" value={text} onChange={setText} aria-label={t('narrow.find')}>
          <Label className="visually-hidden">{t('narrow.find')}</Label>
          <Input className="input facet-find-input" placeholder={t('narrow.find')} maxLength={100} />
        </TextField>
      ) : null}
      <div className="facet-values" role="group" aria-label={t(`narrow.${group}`)}>
        {shown.map(row => (
          <Checkbox
            key={row.key}
            className="facet-value"
            isSelected={isChosen(chosen, row.choice)}
            onChange={() => toggleChoice(row.choice)}
          >
            <TickBox />
            <span className="facet-word">{row.words}</span>
            <span className="facet-count">{numberWords(row.patterns)}</span>
          </Checkbox>
        ))}
      </div>
      {shown.length === 0 ? <p className="facet-hint">{t('narrow.noneFound')}</p> : null}
      {matching.length > MOST ? (
        <p className="facet-hint">{t('narrow.more', counted(matching.length - MOST))}</p>
      ) : null}
      {isLong && wanted === '' ? (
        <Button look="plain" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t('narrow.showFew') : t('narrow.showAll', counted(rows.length))}
        </Button>
      ) : null}
    </>
  )
}

function likelyKeys(rows: readonly Row[]): ReadonlySet<string> {
  const most = rows.toSorted((a, b) => b.patterns - a.patterns).slice(0, FEW)
  return new Set(most.map(row => row.key))
}
