/** Where everything stands on a printed sheet, in millimetres. Whole pictures only: what does not fit begins the next page. Pure. */
import { type Direction, type PaperId, paperSize } from './paper.ts'

/** Lines under each picture besides the name. */
export const CAPTION_LINES = ['size', 'designer', 'formats', 'tags'] as const
export type CaptionLine = (typeof CAPTION_LINES)[number]

export const FEWEST_ACROSS = 3
export const MOST_ACROSS = 8

export interface SheetChoice {
  readonly paper: PaperId
  readonly direction: Direction
  readonly across: number
  readonly lines: readonly CaptionLine[]
}

export interface SheetLayout {
  readonly page: { readonly width: number; readonly height: number }
  readonly margin: number
  /** Height of the line with title, date and page. */
  readonly head: number
  readonly across: number
  readonly rows: number
  readonly perPage: number
  readonly cell: { readonly width: number; readonly height: number }
  readonly picture: { readonly width: number; readonly height: number }
  readonly gap: { readonly x: number; readonly y: number }
  /** Height of letters. */
  readonly letters: { readonly name: number; readonly line: number }
  readonly nameLines: number
}

/** No printer reaches nearer to the edge than this. */
const MARGIN = 11
const HEAD = 11
const GAP = { x: 4, y: 4.5 }
const MM_PER_PT = 25.4 / 72
const LEADING = 1.22
/** The picture's height as part of its width: the least worth looking at, what is best, and the most. */
const FLATTEST = 0.55
const BEST = 0.8
const TALLEST = 1.15
/** Cells narrower than this break names into more lines. */
const NARROW_CELL = 32

export function layoutOf({ paper, direction, across, lines }: SheetChoice): SheetLayout {
  const page = paperSize(paper, direction)
  const width = (page.width - 2 * MARGIN - (across - 1) * GAP.x) / across
  const room = page.height - 2 * MARGIN - HEAD
  const name = Math.min(14, Math.max(7.5, 5 + width * 0.14)) * MM_PER_PT
  const line = name * 0.88
  const nameLines = width < NARROW_CELL ? 3 : 2
  const words = (nameLines * name + lines.length * line) * LEADING + 1.5
  const rows = rowsFor(room, words, width)
  const height = Math.min((room - (rows - 1) * GAP.y) / rows, words + width * TALLEST)
  return {
    page,
    margin: MARGIN,
    head: HEAD,
    across,
    rows,
    perPage: across * rows,
    cell: { width, height },
    picture: { width, height: height - words },
    gap: GAP,
    letters: { name, line },
    nameLines,
  }
}

/** As many rows as leave the pictures nearest to the best height. */
function rowsFor(room: number, words: number, width: number): number {
  const heightWith = (rows: number) => (room - (rows - 1) * GAP.y) / rows - words
  const fewer = Math.max(1, Math.floor((room + GAP.y) / (words + width * BEST + GAP.y)))
  return heightWith(fewer + 1) >= width * FLATTEST ? fewer + 1 : fewer
}

export function pagesFor(patterns: number, { perPage }: SheetLayout): number {
  return Math.max(1, Math.ceil(patterns / perPage))
}

/** What stands on this page, from 0. */
export function onPage<T>(all: readonly T[], page: number, { perPage }: SheetLayout): readonly T[] {
  return all.slice(page * perPage, (page + 1) * perPage)
}
