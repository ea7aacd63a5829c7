import { Frame, Grid3x3, type LucideIcon, Ruler, Search, Shapes, Spline, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Chip } from '#shared/contract/library/search.ts'
import { without } from '#shared/search/language/without.ts'
import { Button } from '#renderer/ui/button.tsx'
import { announce } from '#renderer/ui/announce.tsx'
import { chipWords } from './chip-words.ts'
import { setText } from './search-store.ts'
import { asTyped } from './as-typed.ts'
import './understood-chips.css'

const ICONS: Readonly<Record<Chip['kind'], LucideIcon>> = {
  concept: Shapes,
  word: Search,
  kind: Frame,
  size: Ruler,
  density: Grid3x3,
  line: Spline,
}

interface UnderstoodProps {
  /** The words that these chips were understood of. */
  readonly query: string
  readonly chips: readonly Chip[]
}

/**
 * What was understood of her words, one chip for each thing. Taking one off takes its words out of the box; the keyboard then stands on
 * the next one, or in the box when none is left.
 */
export function UnderstoodChips({ query, chips }: UnderstoodProps) {
  const { t } = useTranslation()
  const row = useRef<HTMLDivElement>(null)
  /** Where the chip stood that was taken off with the focus on it, until the next ones are there. */
  const left = useRef<number | null>(null)
  useEffect(() => {
    const at = left.current
    if (at === null) return
    left.current = null
    const buttons = row.current?.querySelectorAll<HTMLElement>('.understood-chip')
    const next = chips.length > 0 ? buttons?.[Math.min(at, chips.length - 1)] : searchBox()
    next?.focus({ preventScroll: true })
  }, [chips])

  function takeOff(chip: Chip, at: number) {
    const rest = without(query, chip)
    left.current = at
    // With the last of her words the chips go at once.
    if (rest === '') searchBox()?.focus({ preventScroll: true })
    setText(rest)
    announce(t('search.tookOff', { what: chipWords(chip) }))
  }

  return (
    <div ref={row} className="understood" role="group" aria-label={t('search.understood')}>
      {chips.map((chip, at) => {
        const Icon = ICONS[chip.kind]
        const of = chip.kind === 'kind' || chip.kind === 'size' ? t(`search.chip-${chip.kind}`) : null
        const what = chipWords(chip)
        return (
          <AriaButton
            key={`${chip.kind} ${chip.label} ${chip.from}`}
            className="chip understood-chip"
            data-not={chip.not || undefined}
            aria-label={t('narrow.takeOff', { what: of === null ? what : `${of} ${what}` })}
            onPress={() => takeOff(chip, at)}
            onKeyDown={event => {
              if (event.key === 'Delete' || event.key === 'Backspace') takeOff(chip, at)
              else event.continuePropagation()
            }}
          >
            <Icon className="lucide chip-kind" aria-hidden="true" />
            <span className="chip-word">
              {of === null ? null : <span className="chip-of">{of} </span>}
              {chip.not ? <span className="chip-not">{t('search.not')} </span> : null}
              {chip.label}
            </span>
            <X aria-hidden="true" />
          </AriaButton>
        )
      })}
    </div>
  )
}

const searchBox = () => document.getElementById('search')

/** Words that were taken for others, each with the way to what she typed. */
export function Repairs({ query, chips }: UnderstoodProps) {
  const { t } = useTranslation()
  const repaired = chips.filter(chip => chip.repairedFrom !== undefined)
  return repaired.map(chip => (
    <p key={chip.from} className="repair">
      <span>{t('search.showing', { label: chip.label })}</span>
      <Button look="plain" onPress={() => setText(asTyped(query, chip))}>
        {t('search.instead', { typed: chip.repairedFrom ?? '' })}
      </Button>
    </p>
  ))
}
