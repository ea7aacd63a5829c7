import { useTranslation } from 'react-i18next'
import { LARGEST_QUILT_MM, MOST_ROWS, type RowsPlan, SMALLEST_ROW_MM } from '#shared/domain/quilt-plan.ts'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { LengthField } from './length-field.tsx'
import { changeRows } from './plan-store.ts'
import type { Laid } from './use-layout.ts'

/** Parts of a repeat that rows are usually moved by. */
const PARTS = { none: 0, quarter: 0.25, third: 1 / 3, half: 0.5, twoThirds: 2 / 3, threeQuarters: 0.75 } as const
type PartId = keyof typeof PARTS
const PART_IDS = Object.keys(PARTS) as PartId[]

interface RowsFieldsProps {
  readonly rows: RowsPlan
  readonly laid: Laid | null
}

/** Edge to edge: how high the rows are and how they lie. */
export function RowsFields({ rows, laid }: RowsFieldsProps) {
  const { t } = useTranslation()
  const layout = laid?.layout.kind === 'rows' ? laid.layout : null
  return (
    <>
      <Segments
        label={t('plan.by.label')}
        showLabel
        value={rows.by}
        options={[
          { id: 'height', label: t('plan.by.height') },
          { id: 'count', label: t('plan.by.count') },
        ]}
        // The picture stays as it is: what the other one came to is what is typed on from.
        onChange={by =>
          changeRows({
            by,
            ...(layout === null ? {} : { heightMm: layout.rowHeightMm, count: layout.lines.length }),
          })
        }
      />
      {rows.by === 'height' ? (
        <LengthField
          label={t('plan.rowHeight')}
          mm={rows.heightMm}
          min={SMALLEST_ROW_MM}
          max={LARGEST_QUILT_MM}
          onChange={heightMm => changeRows({ heightMm })}
        />
      ) : (
        <NumberField
          label={t('plan.rowCount')}
          value={rows.count}
          min={1}
          max={MOST_ROWS}
          onChange={count => changeRows({ count })}
          less={t('closely.less')}
          more={t('closely.moreOf')}
        />
      )}
      <OffsetField offset={rows.offset} />
      <LengthField
        label={t('plan.overlap')}
        mm={rows.overlapMm}
        min={-LARGEST_QUILT_MM}
        max={LARGEST_QUILT_MM}
        onChange={overlapMm => changeRows({ overlapMm })}
      />
      <LengthField
        label={t('plan.acrossOverlap')}
        mm={rows.acrossOverlapMm}
        min={-LARGEST_QUILT_MM}
        max={LARGEST_QUILT_MM}
        onChange={acrossOverlapMm => changeRows({ acrossOverlapMm })}
      />
      <LengthField
        label={t('plan.firstRow')}
        mm={rows.firstRowMm}
        min={-LARGEST_QUILT_MM}
        max={LARGEST_QUILT_MM}
        onChange={firstRowMm => changeRows({ firstRowMm })}
      />
      <p className="plan-hint">{t('plan.firstRowHint')}</p>
      <Segments
        label={t('plan.edges.label')}
        showLabel
        value={rows.edges}
        options={[
          { id: 'trim', label: t('plan.edges.trim') },
          { id: 'whole', label: t('plan.edges.whole') },
        ]}
        onChange={edges => changeRows({ edges })}
      />
      <Segments
        label={t('plan.order.label')}
        showLabel
        value={rows.order}
        options={[
          { id: 'one-way', label: t('plan.order.one-way') },
          { id: 'to-and-fro', label: t('plan.order.to-and-fro') },
        ]}
        onChange={order => changeRows({ order })}
      />
      <Segments
        label={t('plan.between.label')}
        showLabel
        value={rows.between}
        options={[
          { id: 'jump', label: t('plan.between.jump') },
          { id: 'stitch', label: t('plan.between.stitch') },
        ]}
        onChange={between => changeRows({ between })}
      />
    </>
  )
}

function OffsetField({ offset }: { readonly offset: number }) {
  const { t } = useTranslation()
  const known = PART_IDS.find(id => Math.abs(PARTS[id] - offset) < 1e-6) ?? null
  return (
    <>
      <Picker
        label={t('plan.offset.label')}
        showLabel
        value={known ?? 'own'}
        options={[...PART_IDS, 'own' as const].map(id => ({ id, label: t(`plan.offset.${id}`) }))}
        // A part of one's own begins near what it was, but is none of the named ones.
        onChange={id => changeRows({ offset: id === 'own' ? OWN_PART : PARTS[id] })}
      />
      {known === null ? (
        <NumberField
          label={t('plan.offset.percent')}
          value={Math.round(offset * 1_000) / 10}
          min={0}
          max={99.9}
          step={null}
          onChange={percent => changeRows({ offset: percent / 100 })}
          less={t('closely.less')}
          more={t('closely.moreOf')}
        />
      ) : null}
    </>
  )
}

const OWN_PART = 0.4
