import type { FoundItem } from '#library/db/tables/import-item.ts'
import { stemOf } from '../names/stem.ts'
import type { BundleFile } from './cluster.ts'

/** A kept file's row as bundling sees it. */
export function bundleFile(item: FoundItem): BundleFile {
  const { id, place, name, hash, format, role, text, madeFrom } = item
  return {
    id,
    place,
    name,
    hash,
    format,
    role,
    text,
    madeFrom,
    stem: stemOf(name),
    locked: item.read === 'locked',
    design:
      item.read === 'read'
        ? {
            shape: item.shape,
            widthMm: item.widthMm ?? 0,
            heightMm: item.heightMm ?? 0,
            size: item.size ?? 'unknown',
            curves: item.curves ?? 0,
            points: item.points ?? 0,
          }
        : null,
  }
}
