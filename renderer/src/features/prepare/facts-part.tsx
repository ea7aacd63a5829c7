import { useTranslation } from 'react-i18next'
import { t } from '#renderer/i18n/i18n.ts'
import { counted, stretchWords } from '#renderer/i18n/words.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Preview, usePrepare } from './prepare-store.ts'
import { pointsWords, stitchedWords, strayWords, travelWords } from './prepare-words.ts'

/** What comes out, in words. */
export function FactsPart({ after }: { after: Preview }) {
  useTranslation()
  const isTwice = usePrepare(state => state.recipe.oneLine === 'twice')
  const { facts } = after
  const isSized = facts.size !== 'unknown'
  const lines: [string, string][] = [
    [t('prepare.points'), pointsWords(facts)],
    ...(isSized ? [[t('prepare.lengthNow'), stitchedWords(facts)] satisfies [string, string]] : []),
    [t('prepare.travel'), travelWords(facts)],
    [t('prepare.stray'), strayWords(facts.deviationMm)],
  ]
  return (
    <section className="prepare-facts" aria-label={t('prepare.facts')}>
      <dl className="prepare-list" aria-live="polite">
        {lines.map(([name, words]) => (
          <div key={name} className="prepare-fact">
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {after.warnings.map(({ code }) => {
        const words = warningWords(code, after, isTwice)
        return words === null ? null : (
          <Notice key={code} tone="warn">
            {words}
          </Notice>
        )
      })}
    </section>
  )
}

/** Null: a warning that says nothing new beside the facts. */
function warningWords(code: string, { facts }: Preview, isTwice: boolean): string | null {
  switch (code) {
    case 'pieces-left': {
      const left = t('prepare.piecesLeft', { ...counted(facts.runsAfter), length: stretchWords(facts.travelAfterMm) })
      return `${left} ${t(isTwice ? 'prepare.piecesTryGaps' : 'prepare.piecesTry')}`
    }
    case 'corners-lost':
      return t('prepare.cornersLost')
    case 'points-above':
      return t('prepare.pointsAbove', counted(facts.pointsAfter))
    case 'start-not-moved':
      return t('prepare.noRing')
    default:
      return null
  }
}
