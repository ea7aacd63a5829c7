import { Check, CloudDownload, Heart, Image, Lock, TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { useBackup } from '#renderer/features/backup/index.ts'
import { shortSizeWords } from '#renderer/i18n/words.ts'
import { faceOf } from '#renderer/pictures/picture.tsx'
import type { GridShape } from './grid-shape.ts'
import { isTouched } from './marquee.ts'
import { useSelection } from './selection.ts'
import { trashWords } from './trash-words.ts'
import { useRowCarry } from './use-row-carry.ts'
import { useRowPictures } from './use-row-pictures.ts'
import { cardAt, useWall } from './wall-store.ts'

interface RowProps {
  readonly row: number
  readonly top: number
  readonly shape: GridShape
  readonly total: number
  readonly showDesigner: boolean
  readonly colour: string
}

/**
 * One row of the wall. React keeps about ten of these and hands them from row to row while she scrolls: making canvases is what
 * costs, so a row's canvas stays and only what is drawn on it changes.
 */
export const WallRow = memo(function WallRow({ row, top, shape, total, showDesigner, colour }: RowProps) {
  const first = row * shape.columns
  const count = Math.min(shape.columns, total - first)
  const canvas = useRef<HTMLCanvasElement>(null)
  const element = useRef<HTMLDivElement>(null)
  const cards = useWall(
    useShallow(state => Array.from({ length: count }, (_, column) => cardAt(state.pages, first + column))),
  )
  const chosen = useSelection(
    useShallow(({ chosen, box }) =>
      cards.map(
        (card, column) =>
          (card !== null && chosen.has(card.id)) ||
          (box?.touched != null && isTouched(box.touched, first + column, shape.columns)),
      ),
    ),
  )
  const active = useSelection(state => state.active - first)
  const bare = useRowPictures(canvas, cards, shape, colour)
  useRowCarry(element, canvas, count, shape)

  return (
    <div
      ref={element}
      className="wall-row"
      role="row"
      aria-rowindex={row + 1}
      style={{ transform: `translateY(${top}px)`, height: shape.cardHeight }}
    >
      {cards.map((card, column) => (
        <div
          // oxlint-disable-next-line react/no-array-index-key -- cells are recycled on purpose: a cell is its place, not its pattern
          key={column}
          id={`wall-${first + column}`}
          className="wall-card"
          role="gridcell"
          aria-colindex={column + 1}
          aria-selected={chosen[column] ?? false}
          data-index={first + column}
          data-active={column === active || undefined}
          style={{
            width: shape.card,
            height: shape.cardHeight,
            left: column * (shape.card + shape.gap),
            padding: shape.picture.inset,
          }}
        >
          <div className="wall-cloth" style={{ height: shape.picture.height }}>
            {card && (!faceOf(card) || bare.has(faceOf(card)?.key ?? '')) ? <NoPicture card={card} /> : null}
            {card?.favourite ? <Favourite /> : null}
          </div>
          <span className="wall-check" data-check aria-hidden="true">
            <span className="wall-check-box">
              <Check strokeWidth={3} />
            </span>
          </span>
          {card ? <Words card={card} showDesigner={showDesigner} /> : null}
        </div>
      ))}
      <canvas
        ref={canvas}
        className="wall-pictures"
        aria-hidden="true"
        style={{
          top: shape.picture.inset,
          width: shape.columns * (shape.card + shape.gap) - shape.gap,
          height: shape.picture.height,
        }}
      />
    </div>
  )
})

function Words({ card, showDesigner }: { card: PatternCard; showDesigner: boolean }) {
  const { t } = useTranslation()
  // Without a designer her line says what the pattern is for; "other" says nothing.
  const about = card.designer ?? (card.kind === 'other' ? '' : t(`kind.${card.kind}`))
  const second = card.also ? t('wall.also') : about
  return (
    <div className="wall-words">
      <div className="wall-name" title={card.name}>
        {card.name}
      </div>
      {card.trashedAt !== null ? (
        <div className="wall-days">{trashWords(card.trashedAt)}</div>
      ) : (
        <>
          {showDesigner && second ? (
            <div className="wall-designer" title={second}>
              {second}
            </div>
          ) : null}
          <div className="wall-size">
            {card.also && !showDesigner ? t('wall.also') : sizeOf(card, t('wall.sizeUnknown'))}
          </div>
        </>
      )}
    </div>
  )
}

function sizeOf(card: PatternCard, unknown: string): string {
  if (card.sizeUnknown) return unknown
  return card.widthMm !== null && card.heightMm !== null ? shortSizeWords(card.widthMm, card.heightMm) : ''
}

function NoPicture({ card }: { card: PatternCard }) {
  const { t } = useTranslation()
  const isComing = useBackup(({ state }) => (state?.coming.files ?? 0) > 0)
  const [Icon, words] =
    card.state === 'locked'
      ? [Lock, t('wall.locked')]
      : card.state === 'unreadable'
        ? [TriangleAlert, t('wall.unreadable')]
        : isComing
          ? [CloudDownload, t('wall.pictureComing')]
          : [Image, t('wall.noPicture')]
  return (
    <div className="wall-no-picture">
      <Icon aria-hidden="true" />
      <span>{words}</span>
    </div>
  )
}

function Favourite() {
  const { t } = useTranslation()
  return (
    <span className="wall-favourite" role="img" aria-label={t('wall.favouriteMark')}>
      <Heart fill="currentColor" />
    </span>
  )
}
