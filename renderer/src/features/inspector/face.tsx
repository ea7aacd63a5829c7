import { Maximize2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { faceOf, Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** The pattern on cloth, with where the needle starts and ends, and the way to look closely. */
export function Face({ detail, onLook }: { detail: PatternDetail; onLook: (id: string) => void }) {
  const { t } = useTranslation()
  // Not every file that only its own program opens is locked to a machine: this one says which format to use instead.
  const closed = detail.files.find(file => file.problem?.code === 'locked-format')?.problem
  const coming = detail.files.find(file => file.problem?.code === 'file-not-here-yet')?.problem
  return (
    <div className="inspector-top">
      <div className="inspector-picture">
        <Picture of={detail} ends />
        {faceOf(detail) ? null : (
          <p className="inspector-no-picture">
            {coming?.message ??
              (detail.state === 'locked' ? (closed?.message ?? t('inspector.locked')) : t('inspector.unreadable'))}
          </p>
        )}
      </div>
      <div className="inspector-below">
        {detail.sketchKey ? (
          <p className="inspector-marks">
            <span className="inspector-start" aria-hidden="true" /> {t('inspector.start')}
            <span className="inspector-end" aria-hidden="true" /> {t('inspector.end')}
          </p>
        ) : null}
        {detail.state === 'readable' ? (
          <Button look="plain" icon={<Maximize2 aria-hidden="true" />} onPress={() => onLook(detail.id)}>
            {t('inspector.look')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
