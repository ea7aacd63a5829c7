import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Picture } from '#renderer/pictures/picture.tsx'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { answerBrake, type Brake } from './attention-store.ts'

/** As many as can be looked over; the rest is a number. */
const SHOWN = 24

/** Many patterns were thrown away elsewhere: they are still here, with their pictures, until she says. */
export function BrakeCard({ brake }: { brake: Brake }) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const shown = brake.patterns.slice(0, SHOWN)
  const more = brake.total - shown.length

  async function answer(bringBack: boolean) {
    setBusy(true)
    await answerBrake(brake, bringBack)
    setBusy(false)
  }

  return (
    <article className="brake" aria-labelledby="brake-title">
      <h4 className="need-title" id="brake-title">
        {brake.computer === null
          ? t('needs.brake', counted(brake.total))
          : t('needs.brakeOn', { ...counted(brake.total), computer: brake.computer })}
      </h4>
      <p>{t('needs.brakeText')}</p>
      <ul className="brake-pictures">
        {shown.map(pattern => (
          <li key={pattern.id} className="brake-one">
            <div className="brake-picture">
              <Picture of={pattern} />
            </div>
            <span>{pattern.name}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('needs.brakeMore', counted(more))}</p> : null}
      <div className="need-choices">
        <Button look="primary" isPending={isBusy} onPress={() => void answer(true)}>
          {t('needs.bringBack')}
        </Button>
        <Button isPending={isBusy} aria-describedby="brake-let-go" onPress={() => void answer(false)}>
          {t('needs.letThemGo')}
        </Button>
        <p className="needs-hint" id="brake-let-go">
          {t('needs.letThemGoText')}
        </p>
      </div>
    </article>
  )
}
