import { fromDegrees } from '#shared/geometry/units.ts'
import { compose, rotation, scaling, translation, type Affine } from '#shared/geometry/transform.ts'
import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_POINTS } from '../limits.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import type { DxfDrawing } from './drawing.ts'
import { Fields } from './fields.ts'
import { isSectionEnd } from './header.ts'
import { atBreak, lineOf, skipToBreak, type TagMark, type Tags } from './tags.ts'

export interface Block {
  readonly baseX: number
  readonly baseY: number
  /** Its first entity. */
  readonly mark: TagMark
}

const MAX_DEPTH = 16
/** Bytes of blocks that may be read again to place them: more would be past the limit of points anyway. */
const MAX_REPLAYED_BYTES = MAX_FILE_BYTES
/** Placements of blocks, also of empty ones that add no point. */
const MAX_PLACEMENTS = 200_000

/** Reads the BLOCKS section: notes where each block begins, by upper-case name. */
export function readBlocks(tags: Tags, blocks: Map<string, Block>): void {
  while (!tags.done && !(tags.code === 0 && isSectionEnd(tags.text()))) {
    if (tags.code !== 0 || tags.text() !== 'BLOCK') {
      skipToBreak(tags)
      continue
    }
    readBlock(tags, blocks)
  }
}

function readBlock(tags: Tags, blocks: Map<string, Block>): void {
  let name = ''
  let baseX = 0
  let baseY = 0
  for (tags.next(); !atBreak(tags); tags.next()) {
    if (tags.code === 2) name = tags.text()
    else if (tags.code === 10) baseX = tags.coordinate()
    else if (tags.code === 20) baseY = tags.coordinate()
  }
  if (!tags.done) blocks.set(name.toUpperCase(), { baseX, baseY, mark: tags.mark() })
}

/** Places blocks: INSERT entities, with rows, columns and blocks inside blocks. */
export class InsertReader {
  readonly #fields = new Fields()
  readonly #blocks: ReadonlyMap<string, Block>
  readonly #readEntities: () => void
  readonly #open: string[] = []
  #replayedBytes = 0
  #placements = 0

  /** @param readEntities reads the entities `tags` stands at up to the end of the block */
  constructor(blocks: ReadonlyMap<string, Block>, readEntities: () => void) {
    this.#blocks = blocks
    this.#readEntities = readEntities
  }

  /** Reads one INSERT and draws what it places; `tags` ends on the next break. */
  read(tags: Tags, drawing: DxfDrawing): void {
    const where = lineOf(tags)
    const fields = this.#fields
    fields.readAll(tags)
    const name = fields.name.toUpperCase()
    const block = this.#blocks.get(name)
    if (block === undefined) {
      drawing.report.count('missing-block')
      return
    }
    if (this.#isUnseen(drawing)) return
    if (this.#open.includes(name)) {
      throw new Refused({ code: 'block-cycle', message: 'A block in this drawing contains itself.', ...where })
    }
    if (this.#open.length === MAX_DEPTH) {
      throw new Refused({
        code: 'block-depth',
        message: `Blocks in this drawing are nested deeper than ${MAX_DEPTH} levels.`,
        ...where,
      })
    }
    this.#place(tags, drawing, name, block)
  }

  /** An entity that is frozen hides all its block; one that is off or on a travel layer only what has no layer of its own. */
  #isUnseen(drawing: DxfDrawing): boolean {
    const fields = this.#fields
    if (!fields.paperSpace && !fields.invisible && !drawing.isFrozen(drawing.layerOf(fields))) return false
    return drawing.isLeftOut(fields)
  }

  #place(tags: Tags, drawing: DxfDrawing, name: string, block: Block): void {
    const fields = this.#fields
    const outer = drawing.placement
    const insertLayer = drawing.layerOf(fields)
    const columns = Math.max(1, fields.number(70, 1))
    const rows = Math.max(1, fields.number(71, 1))
    const columnStep = fields.number(44, 0)
    const rowStep = fields.number(45, 0)
    if (columns * rows > MAX_PLACEMENTS) throw new Refused(TOO_MANY_POINTS)
    if (fields.tilted) drawing.report.count('tilted')
    const frame = frameOf(fields)
    const inner = compose(
      scaling(fields.number(41, 1), fields.number(42, fields.number(41, 1))),
      translation(-block.baseX, -block.baseY),
    )
    const back = tags.mark()
    this.#open.push(name)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = compose(translation(column * columnStep, row * rowStep), inner)
        drawing.placement = { matrix: compose(compose(outer.matrix, frame), cell), insertLayer }
        tags.goTo(block.mark)
        this.#readEntities()
        this.#replayedBytes += tags.at - block.mark.at
        this.#placements++
        if (this.#replayedBytes > MAX_REPLAYED_BYTES || this.#placements > MAX_PLACEMENTS)
          throw new Refused(TOO_MANY_POINTS)
      }
    }
    this.#open.pop()
    drawing.placement = outer
    tags.goTo(back)
  }
}

/** Position and rotation of an INSERT, on its plane. */
function frameOf(fields: Fields): Affine {
  const placed = compose(
    translation(fields.number(10, 0), fields.number(20, 0)),
    rotation(fromDegrees(fields.number(50, 0))),
  )
  return fields.seenFromBehind ? compose(scaling(-1, 1), placed) : placed
}
