import { useTranslation } from 'react-i18next'
import type { Run } from '#shared/geometry/design.ts'
import { useView } from './view-store.ts'

/** What each mark means, in words; only of marks that are there. */
export function Legend({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation()
  const hasNeedle = useView(state => state.gone !== null)
  const run = useView(state => state.run)
  const marked = run === null ? runs : runs.slice(run, run + 1)
  const hasStops = marked.some(run => run.pauseBefore !== undefined)
  return (
    <ul className="legend" aria-label={t('closely.legend')}>
      <li>
        <span className="sign sign-start" aria-hidden="true" />
        {t('closely.start')}
      </li>
      <li>
        <span className="sign sign-end" aria-hidden="true" />
        {t('closely.end')}
      </li>
      {marked.length > 1 ? (
        <li>
          <span className="sign sign-travel" aria-hidden="true" />
          {t('closely.travel')}
        </li>
      ) : null}
      {hasStops ? (
        <li>
          <span className="sign sign-stop" aria-hidden="true" />
          {t('closely.stop')}
        </li>
      ) : null}
      {hasNeedle ? (
        <li>
          <span className="sign sign-needle" aria-hidden="true" />
          {t('closely.needle')}
        </li>
      ) : null}
    </ul>
  )
}
