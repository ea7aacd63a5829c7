import { shapeDistance, SAME_SHAPE } from '../shape-key.ts'
import { type BundleFile, type Cluster, isPatternFile, shapesOf, sharesFormat, stemsOf } from './cluster.ts'
import { splitExtension } from '../names/stem.ts'
import type { SameLine } from './same-line.ts'
import { nearStems } from './near-stems.ts'

/**
 * The pattern files of one place (a folder or package, machine folders taken as one) as clusters, one a design:
 *
 * 1. equal names are one design, whatever their shapes say (a shop's twins may be of different revisions);
 * 2. nearly equal names (a typing error, another version) are one when their shapes agree, or when one of them has no shape to
 *    compare and nobody else comes as near;
 * 3. in a small place other names are one design too, when line and size agree and no format comes twice.
 *
 * A version that a Bobbin prepared goes with the file it was made from, before anything is compared.
 */
export function clusterPlace(files: readonly BundleFile[], sameLine: SameLine): Cluster[] {
  const here = new Set(files.map(file => file.hash))
  const isVersion = (file: BundleFile) => file.madeFrom !== null && here.has(file.madeFrom)
  const clusters = byName(files.filter(file => isPatternFile(file) && !isVersion(file)))
  joinNearNames(clusters)
  if (clusters.size <= SMALL_PLACE) joinSameDesigns(clusters, sameLine)
  for (const version of files.filter(isVersion)) homeOf(version, files, clusters)?.files.push(version)
  return [...clusters]
}

/** Where the file is that a version was made from: whatever it looks like now, it is that pattern's. */
function homeOf(
  version: BundleFile,
  files: readonly BundleFile[],
  clusters: ReadonlySet<Cluster>,
): Cluster | undefined {
  const byHash = new Map(files.map(file => [file.hash, file]))
  return [...clusters].find(cluster => cluster.files.some(file => file === byHash.get(version.madeFrom!)))
}

/** A package or folder of one shop's order; in a heap of thousands, equal shapes are a matter for her own eyes. */
const SMALL_PLACE = 200

function byName(files: readonly BundleFile[]): Set<Cluster> {
  const named = new Map<string, Map<string, Cluster[]>>()
  for (const file of files) {
    const spellings = named.get(file.stem.key) ?? new Map<string, Cluster[]>()
    named.set(file.stem.key, spellings)
    const spelling = splitExtension(file.name).stem.toLowerCase()
    spellings.set(spelling, joined(spellings.get(spelling) ?? [], { files: [file] }))
  }
  // Files spelled the same find each other first: of "leaf (1)" and "leaf (2)" in two formats, each keeps its own twin.
  const clusters = [...named.values()].flatMap(spellings =>
    [...spellings.values()].flat().reduce<Cluster[]>((homes, cluster) => joined(homes, cluster), []),
  )
  return new Set(clusters)
}

/** The clusters with one more, in the first it fits into or as one of its own. */
function joined(homes: Cluster[], cluster: Cluster): Cluster[] {
  // The same name and format twice: two designs in two folders, or numbered as Windows does it.
  const home = homes.find(({ files }) => files.every(file => cluster.files.every(other => fits(file, other))))
  if (home === undefined) return [...homes, cluster]
  home.files.push(...cluster.files)
  return homes
}

function fits(a: BundleFile, b: BundleFile): boolean {
  if (a.format !== b.format) return true
  const [ours, theirs] = [a.design?.shape ?? null, b.design?.shape ?? null]
  return ours === null || theirs === null ? a.place === b.place : shapeDistance(ours, theirs) <= SAME_SHAPE
}

function joinNearNames(clusters: Set<Cluster>): void {
  const pairs = nearStems([...clusters].map(cluster => ({ cluster, stem: stemsOf(cluster)[0]! })))
  const confirmed = pairs.filter(([a, b]) => shapesAgree(a, b) === true && !sharesFormat(a, b))
  const homes = new Homes(clusters)
  for (const [a, b] of confirmed) {
    const [one, other] = [homes.of(a), homes.of(b)]
    if (one !== other && !sharesFormat(one, other)) homes.join(one, other)
  }
  // A locked file without a readable twin of its own name goes with the one name that is near, never with one of two.
  const near = new Map<Cluster, Set<Cluster>>()
  for (const pair of pairs) {
    const [a, b] = pair.map(cluster => homes.of(cluster)) as [Cluster, Cluster]
    if (a === b) continue
    near.set(a, (near.get(a) ?? new Set()).add(b))
    near.set(b, (near.get(b) ?? new Set()).add(a))
  }
  for (const [cluster, neighbours] of near) {
    if (shapesOf(cluster).length > 0) continue
    const [home, ...others] = [...neighbours].filter(other => shapesOf(other).length > 0)
    if (home && others.length === 0 && !sharesFormat(home, cluster)) homes.join(home, cluster)
  }
}

function joinSameDesigns(clusters: Set<Cluster>, sameLine: SameLine): void {
  const homes = new Homes(clusters)
  const all = [...clusters]
  const twins = new Map<Cluster, Cluster[]>()
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (!sameSize(a, b) || sharesFormat(a, b) || !isIntricate(a) || !sameDesign(a, b, sameLine)) continue
      twins.set(a, [...(twins.get(a) ?? []), b])
      twins.set(b, [...(twins.get(b) ?? []), a])
    }
  })
  for (const [cluster, [twin, ...others]] of twins) {
    if (twin && others.length === 0 && twins.get(twin)?.length === 1 && clusters.has(cluster) && clusters.has(twin))
      homes.join(cluster, twin)
  }
}

/** Null: one of them has nothing to compare. */
function shapesAgree(a: Cluster, b: Cluster): boolean | null {
  const [ours, theirs] = [shapesOf(a), shapesOf(b)]
  if (ours.length === 0 || theirs.length === 0) return null
  return ours.some(one => theirs.some(other => shapeDistance(one, other) <= SAME_SHAPE))
}

/** By their lines; where one of them has none that can be laid on the other, by how much line lies where. */
function sameDesign(a: Cluster, b: Cluster, sameLine: SameLine): boolean {
  const [ours, theirs] = [a, b].map(({ files }) => files.filter(file => file.design !== null).map(file => file.hash))
  const told = ours!.flatMap(one => theirs!.flatMap(other => sameLine(one, other) ?? []))
  return told.length > 0 ? told.includes(true) : shapesAgree(a, b) === true
}

const SIZE_TOLERANCE = 0.01

/** As stated in the names, and as drawn. */
function sameSize(a: Cluster, b: Cluster): boolean {
  const named = new Set([...stemsOf(a), ...stemsOf(b)].map(stem => stem.size).filter(size => size !== ''))
  if (named.size > 1) return false
  const [ours, theirs] = [statedWidth(a), statedWidth(b)]
  return ours === null || theirs === null || Math.abs(ours - theirs) <= SIZE_TOLERANCE * Math.max(ours, theirs)
}

function statedWidth(cluster: Cluster): number | null {
  return cluster.files.find(file => file.design?.size === 'stated')?.design?.widthMm ?? null
}

/** Squares, circles and single lines are the same shape without being the same design. */
const INTRICATE_POINTS = 12

function isIntricate(cluster: Cluster): boolean {
  return cluster.files.some(file => (file.design?.points ?? 0) >= INTRICATE_POINTS)
}

/** Which cluster a cluster has become part of. */
class Homes {
  readonly #clusters: Set<Cluster>
  readonly #moved = new Map<Cluster, Cluster>()

  constructor(clusters: Set<Cluster>) {
    this.#clusters = clusters
  }

  of(cluster: Cluster): Cluster {
    let home = cluster
    for (let next = this.#moved.get(home); next !== undefined; next = this.#moved.get(home)) home = next
    return home
  }

  join(into: Cluster, from: Cluster): void {
    into.files.push(...from.files)
    this.#moved.set(from, into)
    this.#clusters.delete(from)
  }
}
