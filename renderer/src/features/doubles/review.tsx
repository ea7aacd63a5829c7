import { ArrowLeft, ArrowRight, Combine, Copy, Sparkles, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DoublePair } from '#shared/contract/library/doubles.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { combine, keepBoth, notSame } from './actions.ts'
import { differences, shownScales } from './differences.ts'
import { stepPair } from './doubles-store.ts'
import { OverlayPicture } from './overlay-picture.tsx'
import { SidePicture } from './side-picture.tsx'

interface ReviewProps {
  readonly pair: DoublePair
  readonly at: number
  readonly total: number
  /** Patterns that hang together over this pair and others. */
  readonly inGroup: number
}

/** Width of a picture's frame to its height, as double.css has it. */
const FRAME = 4 / 3

/** One pair: both at one scale, one on the other, what is different, what we suggest, and what she can do. */
export function Review({ pair, at, total, inGroup }: ReviewProps) {
  const { t } = useTranslation()
  const [first, second] = shownScales(pair.first, pair.second, FRAME)
  const words = differences(pair)
  return (
    <section className="double-review" aria-labelledby="double-title">
      <div className="double-head">
        <div className="double-words">
          <h2 id="double-title" className="double-title" aria-live="polite">
            {[t(`doubles.kind.${pair.kind}`), ...words].join(', ')}
          </h2>
          <p className="double-hint">
            {t('doubles.position', { at: numberWords(at + 1), total: numberWords(total) })}
            {inGroup > 2 ? ` · ${t('doubles.inGroup', counted(inGroup))}` : null}
          </p>
        </div>
        <div className="double-steps">
          <Button icon={<ArrowLeft aria-hidden="true" />} isDisabled={at <= 0} onPress={() => stepPair(-1)}>
            {t('doubles.before')}
          </Button>
          <Button icon={<ArrowRight aria-hidden="true" />} isDisabled={at + 1 >= total} onPress={() => stepPair(1)}>
            {t('doubles.next')}
          </Button>
        </div>
      </div>
      <div className="double-sides">
        <SidePicture pair={pair} side={pair.first} scale={first} />
        <SidePicture pair={pair} side={pair.second} scale={second} />
        <OverlayPicture pair={pair} />
      </div>
      <div className="double-decide">
        <p className="double-suggest">
          <Sparkles aria-hidden="true" />
          <span>{suggestionWords(pair)}</span>
        </p>
        <div className="double-actions" role="group" aria-label={t('doubles.what')}>
          <Button
            look={pair.suggestion?.action === 'combine' ? 'primary' : 'outline'}
            icon={<Combine aria-hidden="true" />}
            onPress={() => void combine(pair)}
          >
            {t('doubles.combine')}
          </Button>
          <Button
            look={pair.suggestion?.action === 'keep-both' ? 'primary' : 'outline'}
            icon={<Copy aria-hidden="true" />}
            onPress={() => void keepBoth(pair)}
          >
            {t('doubles.keepBoth')}
          </Button>
          <Button icon={<X aria-hidden="true" />} onPress={() => void notSame(pair)}>
            {t('doubles.notSame')}
          </Button>
        </div>
        <p className="double-hint">{t('doubles.keepHint')}</p>
      </div>
    </section>
  )
}

function suggestionWords({ suggestion, first, second }: DoublePair): string {
  if (suggestion === null) return t('doubles.noSuggestion')
  const { name } = suggestion.keep === first.id ? first : second
  return `${t(`doubles.suggest.${suggestion.action}`, { name })} ${t(`doubles.why.${suggestion.why}`)}`
}
