import { forgivenErrors, typingErrors } from '#shared/text/edit-distance.ts'
import type { BundleFile, Cluster } from './cluster.ts'
import { isPatternFile, stemsOf } from './cluster.ts'

/** Notes of a package or folder go with all its patterns, as long as it is one order and not a whole collection. */
const SHARED_NOTES_PATTERNS = 12

/**
 * Gives pictures and notes of one place to its patterns: by name first, then by a name with typing errors, then, where there is
 * only one pattern, to that. Notes nobody is named in go with every pattern of a small place. Answers what is left over.
 */
export function gather(clusters: readonly Cluster[], loose: readonly BundleFile[]): BundleFile[] {
  const byName = new Map<string, Cluster[]>()
  for (const cluster of clusters) {
    for (const stem of stemsOf(cluster)) {
      for (const key of new Set([stem.key, stem.base])) {
        const named = byName.get(key) ?? []
        if (!named.includes(cluster)) byName.set(key, [...named, cluster])
      }
    }
  }
  const own = [...clusters]
  return loose.filter(file => {
    const homes = homesOf(file, own, byName)
    for (const cluster of homes) cluster.files.push(file)
    return homes.length === 0
  })
}

function homesOf(
  file: BundleFile,
  clusters: readonly Cluster[],
  byName: ReadonlyMap<string, Cluster[]>,
): readonly Cluster[] {
  const named = byName.get(file.stem.key) ?? byName.get(file.stem.base)
  if (named) return named.slice(0, 1)
  if (clusters.length === 1) return clusters
  const near = clusters.length <= SHARED_NOTES_PATTERNS ? nearest(file, clusters) : null
  if (near) return [near]
  return file.role === 'document' && clusters.length <= SHARED_NOTES_PATTERNS ? clusters : []
}

/** The one pattern whose name is nearest, when it is near at all: within typing errors, or begun the same. */
function nearest(file: BundleFile, clusters: readonly Cluster[]): Cluster | null {
  const { letters } = file.stem
  const fitting = clusters.filter(cluster =>
    cluster.files.filter(isPatternFile).some(({ stem }) => {
      const errors = forgivenErrors(Math.min(letters.length, stem.letters.length)) + 1
      const begun = Math.min(letters.length, stem.letters.length) >= 6
      return (
        typingErrors(letters, stem.letters, errors) <= errors ||
        (begun && (letters.startsWith(stem.letters) || stem.letters.startsWith(letters)))
      )
    }),
  )
  return fitting.length === 1 ? fitting[0]! : null
}
