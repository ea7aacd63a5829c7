import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { counted, lengthWords } from '#renderer/i18n/words.ts'
import { Fact } from './fact.tsx'
import { lineWords, paceWords, timeWords } from './facts.ts'

/** How long its line is, how it runs, and about how long a machine is at it. */
export function StitchingFacts({ detail }: { detail: PatternDetail }) {
  const { t } = useTranslation()
  const isSized = !detail.sizeUnknown
  const time = timeWords(detail.stitchedMm, detail.sizeUnknown)
  return (
    <dl className="facts">
      {time ? (
        <Fact name={t('inspector.time')}>
          {time}
          <span className="inspector-hint">{paceWords()}</span>
        </Fact>
      ) : null}
      {isSized && detail.stitchedMm !== null ? (
        <Fact name={t('inspector.stitched')}>{lengthWords(detail.stitchedMm)}</Fact>
      ) : null}
      {isSized && detail.travelMm !== null && detail.travelMm > 0 ? (
        <Fact name={t('inspector.travel')}>{lengthWords(detail.travelMm)}</Fact>
      ) : null}
      {detail.jumps === null ? null : <Fact name={t('inspector.line')}>{lineWords(detail)}</Fact>}
      {detail.pauses === null ? null : (
        <Fact name={t('inspector.pauses')}>
          {detail.pauses === 0 ? t('inspector.noPauses') : t('inspector.pauseCount', counted(detail.pauses))}
        </Fact>
      )}
      {detail.points === null ? null : (
        <Fact name={t('inspector.points')}>{t('inspector.pointCount', counted(detail.points))}</Fact>
      )}
      {isSized ? null : <p className="inspector-hint">{t('inspector.noSize')}</p>}
    </dl>
  )
}
