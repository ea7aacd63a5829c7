import { useEffect, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BorderPlan } from '#shared/domain/quilt-plan.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { changeBorder } from './plan-store.ts'

const TURNS = ['0', '1', '2', '3'] as const

/** A pattern of her library for the corners, and which way round it lies. */
export function CornerFields({ border }: { readonly border: BorderPlan }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const { corners, total } = useCorners(query, border.cornerPatternId)
  if (total === 0 && query === '') return <p className="plan-hint">{t('plan.noCorners')}</p>
  return (
    <>
      {total > MOST_CORNERS || query !== '' ? (
        <TextField className="plan-name" value={query} onChange={setQuery} maxLength={100}>
          <Label className="choice-label">{t('plan.findCorner')}</Label>
          <Input className="input" />
        </TextField>
      ) : null}
      <Picker
        label={t('plan.cornerPattern')}
        showLabel
        value={border.cornerPatternId}
        several={t('plan.chooseCorner')}
        options={corners.map(({ id, name }) => ({ id, label: name }))}
        onChange={cornerPatternId => changeBorder({ cornerPatternId })}
      />
      <Segments
        label={t('plan.turn.label')}
        showLabel
        value={TURNS.find(turn => Number(turn) === border.cornerTurns) ?? '0'}
        options={TURNS.map(id => ({ id, label: t(`plan.turn.${id}`) }))}
        onChange={turn => changeBorder({ cornerTurns: Number(turn) })}
      />
    </>
  )
}

interface Corner {
  readonly id: string
  readonly name: string
}

interface Corners {
  readonly corners: readonly Corner[]
  /** How many would be found without a limit; -1 until it is known. */
  readonly total: number
}

/** So many can be looked through in a list; more are found by their words. */
const MOST_CORNERS = 100

/** What can stand in a corner, by name; the chosen one is among them whatever is looked for. */
function useCorners(query: string, chosenId: string | null): Corners {
  const [found, setFound] = useState<Corners>({ corners: [], total: -1 })
  useEffect(() => {
    const stop = new AbortController()
    learnCorners(query, chosenId, stop.signal).then(
      corners => {
        if (!stop.signal.aborted) setFound(corners)
      },
      (error: unknown) => {
        if (!stop.signal.aborted) say(error)
      },
    )
    return () => stop.abort()
  }, [query, chosenId])
  return found
}

async function learnCorners(query: string, chosenId: string | null, signal: AbortSignal): Promise<Corners> {
  const kinds = ['corner' as const, 'block' as const, 'motif' as const]
  const filter = { kinds, states: ['readable' as const] }
  const ask = { query, filter, sort: 'name' as const, offset: 0, limit: MOST_CORNERS }
  const [{ patterns, total }, { captions }] = await Promise.all([
    library.call('patterns.list', ask, { signal }),
    library.call('patterns.captions', { ids: chosenId === null ? [] : [chosenId] }, { signal }),
  ])
  const chosen = captions.filter(({ id }) => !patterns.some(pattern => pattern.id === id))
  return { total, corners: [...chosen, ...patterns].map(({ id, name }) => ({ id, name })) }
}
