import { useTranslation } from 'react-i18next'
import type { Machine } from '#shared/contract/library/machines.ts'
import { MachinePart } from './machine-part.tsx'
import { confidenceOf } from './words.ts'

/** What Bobbin knows of this kind of machine, how surely, and from whom. */
export function KnownPart({ kind }: { kind: Machine }) {
  const { t } = useTranslation()
  return (
    <MachinePart title={t('machines.known.title')}>
      <p>{kind.remark}</p>
      <p className="machine-quiet">
        <strong>{t(`machines.known.${confidenceOf(kind.confidence)}`)}</strong>{' '}
        {t('machines.known.source', { source: kind.source })}
      </p>
    </MachinePart>
  )
}
