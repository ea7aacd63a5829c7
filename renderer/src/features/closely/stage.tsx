import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Canvases } from './canvases.tsx'
import { Legend } from './legend.tsx'
import { RulerStrip } from './ruler-strip.tsx'
import type { ShownDesign } from './shown-design.ts'
import type { Tile } from './tiling.ts'
import type { CameraHold } from './use-camera.ts'
import { useHands } from './use-hands.ts'
import { useLiking } from './view-store.ts'
import './stage.css'

interface StageProps {
  readonly name: string
  readonly design: ShownDesign | null
  readonly tiles: readonly Tile[]
  readonly hold: CameraHold
  readonly hasRuler: boolean
  /** Said in the middle while there is nothing to see. */
  readonly words: string | null
  readonly onClose: () => void
}

/** The cloth with the pattern on it, its rulers along two edges and its legend. */
export function Stage({ name, design, tiles, hold, hasRuler, words, onClose }: StageProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const hands = useHands(frame, hold, onClose)
  const hasMarks = useLiking(state => state.hasMarks)
  return (
    <div className={hasRuler ? 'stage stage-ruled' : 'stage'}>
      {hasRuler && design ? (
        <>
          <span className="ruler-corner" aria-hidden="true" />
          <RulerStrip edge="top" hold={hold} bounds={design.bounds} />
          <RulerStrip edge="left" hold={hold} bounds={design.bounds} />
        </>
      ) : null}
      <div
        ref={frame}
        className="cloth"
        role="application"
        aria-label={t('closely.cloth', { name })}
        tabIndex={0}
        {...hands}
      >
        {design ? <Canvases design={design} tiles={tiles} hold={hold} /> : null}
        {words === null ? null : <p className="cloth-words">{words}</p>}
      </div>
      {hasMarks && design ? <Legend runs={design.runs} /> : null}
    </div>
  )
}
