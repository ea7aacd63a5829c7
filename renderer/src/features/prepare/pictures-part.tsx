import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { walkAlong } from '#shared/geometry/path-walk.ts'
import { shortSizeWords, stretchWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Range } from '#renderer/ui/range.tsx'
import { placeOfShare, shareNear } from './along.ts'
import { PreparedPicture, roomFor } from './prepared-picture.tsx'
import { endPicking, pickAt, type Preview, usePrepare } from './prepare-store.ts'
import { useSlow } from './use-slow.ts'

/** Parts of the line that the arrow keys step by. */
const STEPS = 500

/** As it came and as it comes out, one above the other and to one scale. */
export function PicturesPart({ before, after }: { before: Preview; after: Preview }) {
  const { t } = useTranslation()
  const picking = usePrepare(state => state.picking)
  const isSlow = useSlow(usePrepare(state => state.isWorking))
  const room = useMemo(() => roomFor(before.runs, after.runs), [before, after])
  return (
    <div className="prepare-pictures">
      {picking === null ? (
        <figure className="prepare-figure">
          <figcaption className="prepare-caption">
            <span>{t('prepare.before')}</span>
            <span className="prepare-measure">{sizeOf(before)}</span>
          </figcaption>
          <PreparedPicture runs={before.runs} room={room} label={t('prepare.pictureBefore')} />
        </figure>
      ) : null}
      <figure className="prepare-figure">
        <figcaption className="prepare-caption">
          <span>{t(picking === null ? 'prepare.after' : 'prepare.pickPlace')}</span>
          <span className="prepare-measure" role="status">
            {isSlow ? t('prepare.working') : sizeOf(after)}
          </span>
        </figcaption>
        {picking === null ? (
          <PreparedPicture runs={after.runs} room={room} label={t('prepare.picture')} />
        ) : (
          <StartPicture after={after} at={picking} />
        )}
      </figure>
    </div>
  )
}

function StartPicture({ after, at }: { after: Preview; at: number }) {
  const { t } = useTranslation()
  const room = useMemo(() => roomFor(after.runs), [after])
  const tools = useRef<HTMLDivElement>(null)
  // She pressed a button that may be far below: here it goes on, and the arrow keys mean the line at once.
  useEffect(() => tools.current?.querySelector('input')?.focus(), [])
  const walk = useMemo(() => walkAlong(after.runs, Math.max(room.widthMm, room.heightMm, 1) / 4000), [after, room])
  return (
    <>
      <PreparedPicture
        runs={after.runs}
        room={room}
        label={t('prepare.picture')}
        pointed={placeOfShare(walk, at)}
        onPoint={place => pickAt(shareNear(walk, place))}
      />
      <p className="prepare-hint">{t('prepare.pickHint')}</p>
      <div ref={tools}>
        <Range
          label={t('prepare.pickPlace')}
          value={at * STEPS}
          min={0}
          max={STEPS}
          step={1}
          words={t('prepare.pickWords', { at: stretchWords(at * walk.length) })}
          onChange={value => pickAt(value / STEPS)}
        />
        <div className="prepare-pair">
          <Button look="primary" onPress={() => endPicking(true)}>
            {t('prepare.pickDone')}
          </Button>
          <Button onPress={() => endPicking(false)}>{t('prepare.pickCancel')}</Button>
        </div>
      </div>
    </>
  )
}

function sizeOf({ facts }: Preview): string {
  return facts.size === 'unknown' ? '' : shortSizeWords(facts.widthMm, facts.heightMm)
}
