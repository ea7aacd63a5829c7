import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BorderPlan, LARGEST_QUILT_MM, SMALLEST_ROW_MM } from '#shared/domain/quilt-plan.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { LengthField } from './length-field.tsx'
import { changeBorder } from './plan-store.ts'

/** Borders all round: how wide, how far in, and what happens at the corners. */
export function BorderFields({ border }: { readonly border: BorderPlan }) {
  const { t } = useTranslation()
  return (
    <>
      <LengthField
        label={t('plan.depth')}
        mm={border.depthMm}
        min={SMALLEST_ROW_MM}
        max={LARGEST_QUILT_MM}
        onChange={depthMm => changeBorder({ depthMm })}
      />
      <LengthField
        label={t('plan.inset')}
        mm={border.insetMm}
        min={0}
        max={LARGEST_QUILT_MM}
        onChange={insetMm => changeBorder({ insetMm })}
      />
      <Segments
        label={t('plan.corners.label')}
        showLabel
        value={border.corners}
        options={(['gap', 'mitre', 'pattern'] as const).map(id => ({ id, label: t(`plan.corners.${id}`) }))}
        onChange={corners => changeBorder({ corners })}
      />
      {border.corners === 'pattern' ? <CornerFields border={border} /> : null}
    </>
  )
}

/** So many can be looked through in a list; the newest first. */
const MOST_CORNERS = 200

interface Corner {
  readonly id: string
  readonly name: string
}

const TURNS = ['0', '1', '2', '3'] as const

function CornerFields({ border }: { readonly border: BorderPlan }) {
  const { t } = useTranslation()
  const [corners, setCorners] = useState<readonly Corner[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const filter = { kinds: ['corner' as const, 'block' as const, 'motif' as const], states: ['readable' as const] }
    library
      .call(
        'patterns.list',
        { query: '', filter, sort: 'name', offset: 0, limit: MOST_CORNERS },
        { signal: stop.signal },
      )
      .then(
        ({ patterns }) => setCorners(patterns.map(({ id, name }) => ({ id, name }))),
        (error: unknown) => {
          if (!stop.signal.aborted) say(error)
        },
      )
    return () => stop.abort()
  }, [])
  if (corners?.length === 0) return <p className="plan-hint">{t('plan.noCorners')}</p>
  return (
    <>
      <Picker
        label={t('plan.cornerPattern')}
        showLabel
        value={border.cornerPatternId}
        several={t('plan.chooseCorner')}
        options={(corners ?? []).map(({ id, name }) => ({ id, label: name }))}
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
