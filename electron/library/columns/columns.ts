import { grown, Many } from './many.ts'
import { Numbers } from './numbers.ts'

export const NOWHERE = 0
export const ON_THE_WALL = 1
export const IN_THE_TRASH = 2

/**
 * What patterns are narrowed and counted by, as arrays with one place a pattern, found by its row number: about 70 bytes each. Going
 * through 100,000 of them takes a few milliseconds; the same in SQL took 100 and more for each count.
 */
export class Columns {
  /** One past the greatest row number. */
  end = 0
  /** NOWHERE, ON_THE_WALL or IN_THE_TRASH. */
  presence = new Uint8Array(0)
  /** Place in KINDS, PATTERN_STATES, SIZES. */
  kind = new Uint8Array(0)
  state = new Uint8Array(0)
  size = new Uint8Array(0)
  /** Place in LINES plus one; 0: not known. */
  line = new Uint8Array(0)
  /** Place in DENSITIES, ENDS plus one; 0: not known. */
  density = new Uint8Array(0)
  ends = new Uint8Array(0)
  favourite = new Uint8Array(0)
  /** 1: a quilt is planned with it. */
  planned = new Uint8Array(0)
  /** By `designerIds` and `importIds`; 0: none. */
  designer = new Int32Array(0)
  importOf = new Int32Array(0)
  /** By `sources`: what there is to make a machine's file of. */
  source = new Int32Array(0)
  /** Not a number where the size is not stated. */
  widthMm = new Float64Array(0)
  heightMm = new Float64Array(0)
  addedAt = new Float64Array(0)
  /** 0: never. */
  usedAt = new Float64Array(0)
  readonly tags = new Many()
  readonly collections = new Many()
  readonly formats = new Many()

  readonly sources = new Numbers()
  readonly designerIds = new Numbers()
  readonly importIds = new Numbers()
  readonly tagIds = new Numbers()
  readonly collectionIds = new Numbers()
  readonly formatIds = new Numbers()

  /** Makes room for patterns up to this row number. */
  reserve(end: number): void {
    this.end = Math.max(this.end, end)
    this.presence = grown(this.presence, end)
    this.kind = grown(this.kind, end)
    this.state = grown(this.state, end)
    this.size = grown(this.size, end)
    this.line = grown(this.line, end)
    this.density = grown(this.density, end)
    this.ends = grown(this.ends, end)
    this.favourite = grown(this.favourite, end)
    this.designer = grown(this.designer, end)
    this.importOf = grown(this.importOf, end)
    this.planned = grown(this.planned, end)
    this.source = grown(this.source, end)
    this.widthMm = grown(this.widthMm, end)
    this.heightMm = grown(this.heightMm, end)
    this.addedAt = grown(this.addedAt, end)
    this.usedAt = grown(this.usedAt, end)
    for (const many of [this.tags, this.collections, this.formats]) many.reserve(end)
  }

  /** Forgets every pattern; what the numbers stand for stays. */
  clear(): void {
    this.presence.fill(NOWHERE)
    for (const many of [this.tags, this.collections, this.formats]) many.clear()
  }
}
