/** The wall's measures and where the keys lead. Pure, so that the rules can be read in its tests. */
const GAP_REM = 0.9
const PADDING_REM = 0.625
const PICTURE_SHAPE = 0.88
/** In a very low window cards are made no smaller than this for the sake of seeing them whole. */
const SMALLEST_WHOLE_REM = 9.5

export interface GridShape {
  readonly columns: number
  /** CSS pixels, all of them whole so that cards and their pictures meet. */
  readonly gap: number
  readonly card: number
  readonly cardHeight: number
  readonly rowHeight: number
  readonly picture: { readonly inset: number; readonly width: number; readonly height: number }
}

/**
 * @param width of the wall's inside, CSS pixels
 * @param rem pixels of one rem: how large she reads
 * @param cardRem narrowest card, in rem: pictures grow with the text
 * @param height in sight: however large she likes them, a picture is seen whole
 */
export function gridShape(width: number, rem: number, cardRem: number, height = Number.POSITIVE_INFINITY): GridShape {
  const gap = Math.round(GAP_REM * rem)
  const columnsOf = (least: number) => Math.max(1, Math.floor((width + gap) / (least * rem + gap)))
  const most = columnsOf(Math.min(cardRem, SMALLEST_WHOLE_REM))
  for (let columns = columnsOf(cardRem); ; columns++) {
    const shape = shapeOf(columns, width, gap, rem, cardRem)
    if (columns >= most || shape.picture.inset + shape.picture.height <= height) return shape
  }
}

function shapeOf(columns: number, width: number, gap: number, rem: number, cardRem: number): GridShape {
  const card = Math.max(1, Math.floor((width - gap * (columns - 1)) / columns))
  const inset = Math.round(PADDING_REM * rem)
  const pictureWidth = Math.max(1, card - 2 * inset)
  const pictureHeight = Math.round(pictureWidth * PICTURE_SHAPE)
  // Two lines of name, one of designer (not on small cards), one of size.
  const words = (hasDesigner(cardRem) ? 2 * 1.3 + 2 * 1.4 : 2 * 1.3 + 1.4) * rem
  const cardHeight = Math.round(inset + pictureHeight + 0.4 * rem + words + 0.5 * rem)
  return {
    columns,
    gap,
    card,
    cardHeight,
    rowHeight: cardHeight + gap,
    picture: { inset, width: pictureWidth, height: pictureHeight },
  }
}

/** Cards smaller than this leave the designer out: her line would be cut. */
export function hasDesigner(cardRem: number): boolean {
  return cardRem >= 8
}

export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'PageUp' | 'PageDown'

export function isMoveKey(key: string): key is MoveKey {
  return /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/.test(key)
}

/** Where a key leads from `from`. Home and End mean the row, with `far` (Control) the whole wall; it never leaves the wall. */
export function moveBy(
  key: MoveKey,
  from: number,
  wall: { columns: number; total: number; rowsInView: number; far: boolean },
): number {
  const { columns, total } = wall
  const last = total - 1
  const rowStart = from - (from % columns)
  const to: Record<MoveKey, number> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - columns < 0 ? from : from - columns,
    // From a full row into a last one that is shorter: to its end, not nowhere.
    ArrowDown:
      from + columns > last && rowStart + columns <= last ? last : from + columns > last ? from : from + columns,
    Home: wall.far ? 0 : rowStart,
    End: wall.far ? last : rowStart + columns - 1,
    PageUp: from - columns * wall.rowsInView < 0 ? from % columns : from - columns * wall.rowsInView,
    PageDown: from + columns * wall.rowsInView,
  }
  return Math.min(last, Math.max(0, to[key]))
}
