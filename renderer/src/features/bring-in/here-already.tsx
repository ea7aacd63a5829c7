import { useCallback } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { library } from '#renderer/host/bobbin.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { PictureWall } from './picture-wall.tsx'
import { usePages } from './use-pages.ts'

/** The patterns she already has among what was found: by name and picture, and closely with a press. */
export function HereAlready({ id, onLook }: { id: string; onLook: (patternId: string) => void }) {
  const { t } = useTranslation()
  const fetch = useCallback(
    async (offset: number, limit: number) => {
      const { total, patterns } = await library.call('imports.here', { id, offset, limit })
      return { total, list: patterns }
    },
    [id],
  )
  const { total, at, show } = usePages(fetch)
  return (
    <section aria-label={t('bringIn.hereTitle')}>
      <p className="here-hint">{t('bringIn.hereHint')}</p>
      <PictureWall
        total={total}
        onShow={show}
        renderCard={index => {
          const pattern = at(index)
          return pattern ? (
            <Button key={pattern.id} className="candidate here" onPress={() => onLook(pattern.id)}>
              <span className="candidate-picture">
                <Picture of={pattern} />
              </span>
              <span className="candidate-name" title={pattern.name}>
                {pattern.name}
              </span>
              <span className="candidate-formats">{t('bringIn.lookClosely')}</span>
            </Button>
          ) : null
        }}
      />
    </section>
  )
}
