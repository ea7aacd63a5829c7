import { useTranslation } from 'react-i18next'
import { MAX_POINTS } from '#shared/formats/types.ts'
import { counted, measureWords } from '#renderer/i18n/words.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import {
  joinWords,
  layoutWords,
  paceWords,
  repeatWords,
  sideWords,
  spoolWords,
  threadWords,
  timeWords,
  trimWords,
} from './figure-words.ts'
import type { Laid } from './use-layout.ts'

/** What the plan comes to, in words. */
export function PlanFigures({ laid }: { readonly laid: Laid }) {
  const { t } = useTranslation()
  const { layout, figures, facts, plan } = laid
  const { sewing } = plan
  return (
    <>
      <section className="plan-part">
        <h2>{t('plan.figures.onTheQuilt')}</h2>
        <p className="plan-key" role="status">
          {layoutWords(layout)}
        </p>
        {layout.kind === 'border' ? (
          <ul className="plan-list">
            {layout.sides.map(side => (
              <li key={side.side}>{sideWords(side)}</li>
            ))}
          </ul>
        ) : (
          <TrimLine trim={trimWords(layout)} edges={plan.rows.edges} />
        )}
        {layout.kind === 'rows' && layout.bareTopMm > 0 ? (
          <p>{t('plan.figures.bareTop', { length: measureWords(layout.bareTopMm) })}</p>
        ) : null}
        <p>{repeatWords(laid)}</p>
        <p className="plan-hint">{t(`plan.figures.advance.${facts.advanceFrom}`)}</p>
        {joinWords(laid).map(words => (
          <p key={words}>{words}</p>
        ))}
      </section>
      <section className="plan-part">
        <h2>{t('plan.figures.threadAndTime')}</h2>
        <Fact label={t('plan.figures.time')} value={t('plan.about', { what: timeWords(figures.seconds) })}>
          {paceWords(sewing)}
        </Fact>
        <Fact label={t('plan.figures.stitched')} value={threadWords(figures.stitchedMm)} />
        <Fact label={t('plan.figures.thread')} value={t('plan.about', { what: threadWords(figures.upperMm) })}>
          {t('plan.figures.spools', { ...counted(figures.spools), size: spoolWords(sewing.spoolMm) })}
        </Fact>
        <Fact label={t('plan.figures.bobbin')} value={t('plan.about', { what: threadWords(figures.bobbinMm) })} />
        <p className="plan-hint">{t('plan.figures.estimate')}</p>
      </section>
      {figures.points > MAX_POINTS ? (
        <Notice tone="plain">{t('plan.figures.tooMany', { points: counted(figures.points).formatted })}</Notice>
      ) : null}
    </>
  )
}

interface TrimLineProps {
  readonly trim: string | null
  readonly edges: 'trim' | 'whole'
}

function TrimLine({ trim, edges }: TrimLineProps) {
  const { t } = useTranslation()
  if (trim === null) return <p>{t('plan.figures.noTrim')}</p>
  return <p>{t(edges === 'trim' ? 'plan.figures.trimmed' : 'plan.figures.beyond', { trim })}</p>
}

interface FactProps {
  readonly label: string
  readonly value: string
  readonly children?: string
}

function Fact({ label, value, children }: FactProps) {
  return (
    <div className="plan-fact">
      <p className="plan-fact-label">{label}</p>
      <p className="plan-fact-value">{value}</p>
      {children === undefined ? null : <p className="plan-hint">{children}</p>}
    </div>
  )
}
