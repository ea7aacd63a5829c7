import type { FileRole } from '#shared/domain/pattern.ts'
import type { Stem } from '../names/stem.ts'

/** A kept file as bundling sees it. */
export interface BundleFile {
  readonly id: number
  readonly place: string
  readonly name: string
  readonly stem: Stem
  readonly hash: string
  readonly format: string
  readonly role: FileRole
  /** What reading it gave; null unless a design was read. */
  readonly design: BundleDesign | null
  /** Prose of a notes file. */
  readonly text: string | null
  readonly locked: boolean
  /** Of a version that a Bobbin prepared: hash of the file it was made from. */
  readonly madeFrom: string | null
}

export interface BundleDesign {
  readonly shape: Uint8Array | null
  readonly widthMm: number
  readonly heightMm: number
  readonly size: 'stated' | 'assumed' | 'unknown'
  readonly curves: number
  readonly points: number
}

/** The files of one pattern-to-be. */
export interface Cluster {
  readonly files: BundleFile[]
}

/** Files that make a pattern by themselves: designs, locked or not, readable or not. */
export function isPatternFile(file: BundleFile): boolean {
  return file.role === 'design' || file.role === 'locked'
}

export function stemsOf(cluster: Cluster): Stem[] {
  return cluster.files.filter(isPatternFile).map(file => file.stem)
}

export function shapesOf(cluster: Cluster): Uint8Array[] {
  return cluster.files.flatMap(file => (file.design?.shape ? [file.design.shape] : []))
}

/** One design comes once in each format: two files of one format are two designs, unless the name says otherwise. */
export function sharesFormat(a: Cluster, b: Cluster): boolean {
  const formats = new Set(a.files.filter(isPatternFile).map(file => file.format))
  return b.files.some(file => isPatternFile(file) && formats.has(file.format))
}
