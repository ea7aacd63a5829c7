import { clusterPlace } from './bundle-place.ts'
import { type BundleFile, type Cluster, isPatternFile } from './cluster.ts'
import { gather } from './gather.ts'

export interface Bundled {
  readonly clusters: readonly Cluster[]
  /** The same bytes as an earlier file of this import. */
  readonly repeated: readonly BundleFile[]
  /** Pictures and notes that belong to no pattern. */
  readonly loose: readonly BundleFile[]
}

/**
 * Stage 6: makes patterns-to-be of kept files. Files look for each other within one place; a readable design that stands in several
 * places is one pattern, and what stood beside it there joins it. Stops between places so that the core can answer others.
 */
export async function bundle(files: readonly BundleFile[], breathe: () => Promise<void>): Promise<Bundled> {
  const places = Map.groupBy(files, file => file.bundlePlace)
  const owners = new Map<string, Cluster>()
  const clusters: Cluster[] = []
  const repeated: BundleFile[] = []
  const loose: BundleFile[] = []
  for (const inPlace of places.values()) {
    await breathe()
    const own = clusterPlace(inPlace)
    loose.push(
      ...gather(
        own,
        inPlace.filter(file => !isPatternFile(file)),
      ),
    )
    for (const cluster of own) {
      const home = settle(cluster, owners, repeated)
      if (home === cluster) clusters.push(cluster)
    }
  }
  return { clusters, repeated, loose }
}

/** Takes out what an earlier pattern has; answers where the rest belongs. */
function settle(cluster: Cluster, owners: Map<string, Cluster>, repeated: BundleFile[]): Cluster {
  const known = cluster.files.find(file => file.design !== null && owners.has(file.hash))
  const home = known ? owners.get(known.hash)! : cluster
  const own = new Set(home === cluster ? [] : home.files.map(file => file.hash))
  const kept: BundleFile[] = []
  for (const file of cluster.files) {
    if (own.has(file.hash)) repeated.push(file)
    else kept.push(file)
    own.add(file.hash)
  }
  if (home === cluster) cluster.files.splice(0, cluster.files.length, ...kept)
  else home.files.push(...kept)
  for (const file of kept) if (file.design !== null && !owners.has(file.hash)) owners.set(file.hash, home)
  return home
}
