import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DoublePair, DoubleSide } from '#shared/contract/library/doubles.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted, dayYearWords, formatWord, sizeWords } from '#renderer/i18n/words.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { keepOne } from './actions.ts'
import { isStitched } from './differences.ts'

interface SidePictureProps {
  readonly pair: DoublePair
  readonly side: DoubleSide
  /** Share of the frame, so that both are at one scale. */
  readonly scale: number
}

/** One of the two: how it looks, what there is of it, and the button that keeps it alone. */
export function SidePicture({ pair, side, scale }: SidePictureProps) {
  const { t } = useTranslation()
  const { suggestion } = pair
  const isSuggested = suggestion !== null && suggestion.action !== 'keep-both' && suggestion.keep === side.id
  const added = dayYearWords(side.addedAt)
  return (
    <section className="double-side" aria-label={side.name}>
      <h3 className="double-name">{side.name}</h3>
      <div className="double-cloth">
        <div className="double-scaled" style={{ width: `${scale * 100}%`, height: `${scale * 100}%` }}>
          <Picture of={side} />
        </div>
      </div>
      <ul className="double-facts">
        {isSuggested ? (
          <li className="double-suggested">
            <Check aria-hidden="true" />
            {t('doubles.suggested')}
          </li>
        ) : null}
        <li>
          {side.sizeUnknown || side.widthMm === null || side.heightMm === null
            ? t('doubles.noSize')
            : sizeWords(side.widthMm, side.heightMm)}
        </li>
        <li>{[formatsOf(side), ...ownWords(side)].filter(Boolean).join(' · ')}</li>
        <li>{[side.designer, t('doubles.added', { when: added })].filter(Boolean).join(' · ')}</li>
      </ul>
      <Button
        aria-label={t('doubles.keepThisOf', { name: side.name, added })}
        onPress={() => void keepOne(pair, side.id)}
      >
        {t('doubles.keepThis')}
      </Button>
    </section>
  )
}

const formatsOf = ({ files }: DoubleSide): string =>
  [...new Set(files.filter(isStitched).map(file => formatWord(file.format)))].join(', ')

/** What she gave to it herself. */
function ownWords(side: DoubleSide): string[] {
  return [
    ...(['tags', 'collections', 'plans'] as const).flatMap(what =>
      side[what] > 0 ? [t(`doubles.words.${what}`, counted(side[what]))] : [],
    ),
    ...(side.hasNotes ? [t('doubles.words.notes')] : []),
    ...(side.favourite ? [t('doubles.words.favourite')] : []),
  ]
}
