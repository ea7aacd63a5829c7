import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Facet, PatternFilter } from '#shared/contract/library/patterns.ts'
import { choicesIn, isChosen, leaveFields, toggleChoice } from '#renderer/features/search/index.ts'
import { numberWords } from '#renderer/i18n/words.ts'
import { AddedRange } from './added-range.tsx'
import { openGroup, useNarrow } from './narrow-store.ts'
import { FIELDS_OF, ONE_OF, type Row, rowsOf } from './rows.ts'
import { SizeRanges } from './size-range.tsx'
import { ValueList } from './value-list.tsx'

interface FacetGroupProps {
  readonly group: Facet
  readonly place: PatternFilter
  readonly chosen: PatternFilter
}

/** One thing the wall can be narrowed by. It is counted only while it is open. */
export function FacetGroup({ group, place, chosen }: FacetGroupProps) {
  const { t } = useTranslation()
  const isOpen = useNarrow(state => state.groups.has(group))
  const facets = useNarrow(state => state.facets)
  const rows = facets && isOpen ? rowsOf(group, facets, place) : []
  const count = chosenOf(group, chosen, place)
  return (
    <Disclosure className="facet" isExpanded={isOpen} onExpandedChange={open => openGroup(group, open)}>
      <Heading level={3} className="facet-heading">
        <Button slot="trigger" className="facet-trigger">
          <span className="facet-name">{t(`narrow.${group}`)}</span>
          {count > 0 ? <span className="facet-chosen">{numberWords(count)}</span> : null}
          <ChevronDown className="lucide facet-arrow" aria-hidden="true" />
        </Button>
      </Heading>
      <DisclosurePanel className="facet-panel">
        {isOpen ? <Values group={group} rows={rows} chosen={chosen} isCounted={isCounted(facets, group)} /> : null}
      </DisclosurePanel>
    </Disclosure>
  )
}

function isCounted(facets: ReturnType<typeof useNarrow.getState>['facets'], group: Facet): boolean {
  return facets?.[group] !== undefined
}

/** How much is chosen of a group beside what the place asks for. */
export function chosenOf(group: Facet, chosen: PatternFilter, place: PatternFilter): number {
  return choicesIn(chosen).filter(
    ({ field, value }) => FIELDS_OF[group].includes(field) && !isInPlace(place, field, value),
  ).length
}

function isInPlace(place: PatternFilter, field: keyof PatternFilter, value: unknown): boolean {
  const asked = place[field]
  return Array.isArray(asked) ? asked.some(one => one === value) : asked === value
}

interface ValuesProps {
  readonly group: Facet
  readonly rows: readonly Row[]
  readonly chosen: PatternFilter
  readonly isCounted: boolean
}

function Values({ group, rows, chosen, isCounted }: ValuesProps) {
  const { t } = useTranslation()
  if (!isCounted) return null
  if (rows.length === 0)
    return <p className="facet-hint">{t(group === 'machines' ? 'narrow.noMachines' : 'narrow.nothing')}</p>
  if (ONE_OF.has(group))
    return (
      <>
        <OneOf group={group} rows={rows} chosen={chosen} />
        {group === 'added' ? <AddedRange chosen={chosen} /> : null}
      </>
    )
  return (
    <>
      {rows.length > 1 ? <p className="facet-hint">{t(group === 'tags' ? 'narrow.every' : 'narrow.any')}</p> : null}
      <ValueList group={group} rows={rows} chosen={chosen} />
      {group === 'sizes' ? <SizeRanges chosen={chosen} /> : null}
    </>
  )
}

const ANY = 'any'

/** A time, or any. */
function OneOf({ group, rows, chosen }: Omit<ValuesProps, 'isCounted'>) {
  const { t } = useTranslation()
  const value = rows.find(row => isChosen(chosen, row.choice))?.key ?? ANY
  return (
    <RadioGroup
      className="facet-values"
      aria-label={t(`narrow.${group}`)}
      value={value}
      onChange={key => {
        const row = rows.find(one => one.key === key)
        if (row) toggleChoice(row.choice)
        else leaveFields(FIELDS_OF[group])
      }}
    >
      <Radio value={ANY} className="facet-value facet-radio">
        <span className="facet-dot" aria-hidden="true" />
        <span className="facet-word">{t(group === 'quilts' ? 'narrow.anyQuilt' : 'narrow.anyTime')}</span>
      </Radio>
      {rows.map(row => (
        <Radio key={row.key} value={row.key} className="facet-value facet-radio">
          <span className="facet-dot" aria-hidden="true" />
          <span className="facet-word">{row.words}</span>
          <span className="facet-count">{numberWords(row.patterns)}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
