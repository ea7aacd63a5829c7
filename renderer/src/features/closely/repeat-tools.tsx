import { useTranslation } from 'react-i18next'
import { useUnits } from '#renderer/i18n/units.ts'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { MM_PER_UNIT } from './ruler.ts'
import { MOST_REPEATS } from './tiling.ts'
import { changeRepeat, changeView, useView } from './view-store.ts'

/** What one press changes, in her units. */
const STEP = { in: 0.25, cm: 0.5 } as const
/** Farther than any quilt is wide, in millimetres. */
const FARTHEST = 3_000

/** Rows of the pattern as they will lie on the quilt. */
export function RepeatTools() {
  const { t } = useTranslation()
  const isRepeated = useView(state => state.isRepeated)
  const { rows, columns, gapX, gapY, offset } = useView(state => state.repeat)
  return (
    <section className="trial">
      <h2>{t('closely.repeat')}</h2>
      <p className="trial-hint">{t('closely.repeatHint')}</p>
      <Switch isOn={isRepeated} onChange={on => changeView({ isRepeated: on, camera: null })}>
        {t('closely.repeatOn')}
      </Switch>
      {isRepeated ? (
        <>
          <Count label={t('closely.rows')} value={rows} onChange={next => changeRepeat({ rows: next })} />
          <Count label={t('closely.columns')} value={columns} onChange={next => changeRepeat({ columns: next })} />
          <Distance what="gapX" mm={gapX} onChange={mm => changeRepeat({ gapX: mm })} />
          {rows > 1 ? (
            <>
              <Distance what="gapY" mm={gapY} onChange={mm => changeRepeat({ gapY: mm })} />
              <Distance what="offset" mm={offset} onChange={mm => changeRepeat({ offset: mm })} />
            </>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

function Count({ label, value, onChange }: CountProps) {
  const { t } = useTranslation()
  return (
    <NumberField
      label={label}
      value={value}
      min={1}
      max={MOST_REPEATS}
      onChange={onChange}
      less={t('closely.less')}
      more={t('closely.moreOf')}
    />
  )
}

interface DistanceProps {
  readonly what: 'gapX' | 'gapY' | 'offset'
  readonly mm: number
  readonly onChange: (mm: number) => void
}

function Distance({ what, mm, onChange }: DistanceProps) {
  const { t } = useTranslation()
  const units = useUnits()
  const label = t(`closely.${what}`, { unit: t(units === 'in' ? 'closely.inches' : 'closely.cm') })
  const per = MM_PER_UNIT[units]
  const most = Math.floor(FARTHEST / per)
  return (
    <NumberField
      label={label}
      value={Number((mm / per).toFixed(2))}
      min={-most}
      max={most}
      step={STEP[units]}
      onChange={value => onChange(value * per)}
      less={t('closely.less')}
      more={t('closely.moreOf')}
    />
  )
}
