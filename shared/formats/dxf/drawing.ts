import { compose, IDENTITY, scaling, type Affine } from '#shared/geometry/transform.ts'
import { Pen } from '../drawing/pen.ts'
import { StrokeList } from '../drawing/stroke-list.ts'
import type { Fields } from './fields.ts'
import type { Layer } from './header.ts'
import { DxfReport } from './report.ts'

/** Layers that hold the way of the needle between stitches (written so by one exporter we know; see NOTES.md). */
const TRAVEL_LAYERS = new Set(['TRAVEL', 'JUMP', 'HIDDEN'])

const MIRROR_X = scaling(-1, 1)

/** Where the entities now read are drawn: how, and for whom they count. */
export interface Placement {
  readonly matrix: Affine
  /** Layer of the INSERT, which entities of a block on layer 0 take on; null outside blocks. */
  readonly insertLayer: string | null
}

const MODEL_SPACE: Placement = { matrix: IDENTITY, insertLayer: null }

/** The drawing while it is read: strokes so far, the pen that makes them, and what was left out. */
export class DxfDrawing {
  readonly strokes = new StrokeList()
  readonly report = new DxfReport()
  readonly pen: Pen
  readonly layerNames: string[] = []
  readonly #layers: ReadonlyMap<string, Layer>
  readonly #byName = new Map<string, KnownLayer>()
  #last: KnownLayer
  #placement = MODEL_SPACE

  /** @param tolerance how far a replaced curve may stray, in drawing units */
  constructor(layers: ReadonlyMap<string, Layer>, tolerance: number) {
    this.#layers = layers
    this.pen = new Pen(this.strokes, tolerance)
    this.#last = this.#learn('')
  }

  get placement(): Placement {
    return this.#placement
  }

  set placement(placement: Placement) {
    this.#placement = placement
  }

  /** The layer an entity counts as. */
  layerOf(fields: Fields): string {
    const { insertLayer } = this.#placement
    return insertLayer !== null && fields.layer === '0' ? insertLayer : fields.layer
  }

  /**
   * Readies the pen for a flat entity (its plane may be seen from behind).
   *
   * @returns the group number to draw with, or -1 when the entity is not to be stitched
   */
  beginFlat(fields: Fields): number {
    if (fields.tilted) this.report.count('tilted')
    const { matrix } = this.#placement
    return this.#begin(fields, fields.seenFromBehind ? compose(matrix, MIRROR_X) : matrix)
  }

  /** The same for an entity whose coordinates are those of space. */
  beginInSpace(fields: Fields): number {
    return this.#begin(fields, this.#placement.matrix)
  }

  /** Whether an entity is to be left out, which is then counted. */
  isLeftOut(fields: Fields): boolean {
    const { hidden, travel } = this.#known(this.layerOf(fields))
    if (fields.paperSpace) this.report.count('paper-space')
    else if (fields.invisible || hidden) this.report.count('hidden')
    else if (travel) this.report.count('travel-layer')
    else return false
    return true
  }

  isFrozen(layer: string): boolean {
    return this.#layers.get(layer.toUpperCase())?.frozen === true
  }

  #begin(fields: Fields, matrix: Affine): number {
    if (this.isLeftOut(fields)) return -1
    this.pen.transform(matrix)
    return this.#known(this.layerOf(fields)).group
  }

  /** A drawing names the same few layers a million times, mostly the one it named before. */
  #known(layer: string): KnownLayer {
    if (layer === this.#last.name) return this.#last
    const known = this.#byName.get(layer) ?? this.#learn(layer)
    this.#last = known
    return known
  }

  #learn(name: string): KnownLayer {
    const upper = name.toUpperCase()
    const state = this.#layers.get(upper)
    const known = {
      name,
      group: this.layerNames.push(name) - 1,
      hidden: state?.off === true || state?.frozen === true,
      travel: TRAVEL_LAYERS.has(upper),
    }
    this.#byName.set(name, known)
    return known
  }
}

interface KnownLayer {
  readonly name: string
  /** Number of the layer among the strokes. */
  readonly group: number
  readonly hidden: boolean
  readonly travel: boolean
}
