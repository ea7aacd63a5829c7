import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportTwin } from '#shared/contract/library/imports.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Segments } from '#renderer/ui/choice.tsx'

type Way = 'apart' | 'joins'

/** Designs that she already has as another file, each with her choice what becomes of the new one. */
export function TwinsHere({ id }: { id: string }) {
  const { t } = useTranslation()
  const [twins, setTwins] = useState<readonly ImportTwin[]>([])
  useEffect(() => {
    let gone = false
    library.call('imports.twins', { id }).then(answer => gone || setTwins(answer.twins), say)
    return () => {
      gone = true
    }
  }, [id])
  if (twins.length === 0) return null

  function choose(key: string, way: Way) {
    const joins = way === 'joins'
    setTwins(all => all.map(twin => (twin.key === key ? { ...twin, joins } : twin)))
    library.call('imports.join', { id, key, joins }).catch(say)
  }

  return (
    <section className="twins" aria-label={t('bringIn.twinsTitle')}>
      <h3 className="candidates-title">{t('bringIn.twins', counted(twins.length))}</h3>
      <ul className="twins-list">
        {twins.map(twin => (
          <li key={twin.key} className="twin">
            <span className="twin-picture">
              <Picture of={{ sketchKey: twin.sketchKey, pictureKey: null }} />
            </span>
            <span className="twin-words">
              <span className="twin-name">{t('bringIn.twinIs', { name: twin.name, here: twin.here.name })}</span>
              <span className="twin-how">{howWords(twin)}</span>
            </span>
            <Segments
              label={t('bringIn.twinChoice', { name: twin.name })}
              options={[
                { id: 'apart', label: t('bringIn.twinApart') },
                { id: 'joins', label: t('bringIn.twinJoins', { here: twin.here.name }) },
              ]}
              value={twin.joins ? 'joins' : 'apart'}
              onChange={(way: Way) => choose(twin.key, way)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Sizes nearer than this are the same to her. */
const SAME_SIZE = 0.015

function howWords({ scale, mirrored, turnDeg }: ImportTwin): string {
  if (mirrored) return t('bringIn.twinMirrored')
  if (Math.abs(turnDeg) >= 0.5) return t('bringIn.twinTurned')
  if (Math.abs(Math.log(scale)) <= SAME_SIZE) return t('bringIn.twinFormat')
  return t(scale > 1 ? 'bringIn.twinLarger' : 'bringIn.twinSmaller')
}
