import { useTranslation } from 'react-i18next'
import { shortSizeWords } from '#renderer/i18n/words.ts'
import { ThreadDrawing } from '#renderer/ui/thread-drawing.tsx'

/** Inches of the pattern shown. */
const WIDTH_MM = 203.2
const HEIGHT_MM = 127

/** A pattern as it will hang on the wall. */
export function Sample() {
  const { t } = useTranslation()
  return (
    <figure className="sample" aria-label={t('settings.sample')}>
      <div className="sample-cloth">
        <ThreadDrawing of="feather" />
      </div>
      <figcaption>
        <p className="sample-name">{t('settings.sampleName')}</p>
        <p className="sample-size">{shortSizeWords(WIDTH_MM, HEIGHT_MM)}</p>
      </figcaption>
    </figure>
  )
}
