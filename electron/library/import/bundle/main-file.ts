import type { BundleFile, Cluster } from './cluster.ts'

const SIZE_RANK = { stated: 0, assumed: 1, unknown: 2 }
/** Written for a stitching machine before written for a drawing program: needle up and down and pauses are in the first only. */
const FORMAT_RANK: Readonly<Record<string, number>> = { qli: 0, bqm: 1, svg: 2, dxf: 3 }
const PICTURE_RANK: Readonly<Record<string, number>> = { png: 0, jpg: 1, webp: 2, gif: 3, bmp: 4 }

/** The file whose geometry stands for the pattern: a stated size first, then true curves, then the machine's own format. */
export function mainFile<
  File extends Pick<BundleFile, 'name' | 'format' | 'design'> & Partial<Pick<BundleFile, 'madeFrom'>>,
>({ files }: { readonly files: readonly File[] }): File | null {
  const all = files.filter(file => file.design !== null)
  // A version stands for its pattern only where what it was made from is not there.
  const readable = all.some(file => !file.madeFrom) ? all.filter(file => !file.madeFrom) : all
  return (
    readable.toSorted(
      (a, b) =>
        SIZE_RANK[a.design!.size] - SIZE_RANK[b.design!.size] ||
        Number(b.design!.curves > 0) - Number(a.design!.curves > 0) ||
        (FORMAT_RANK[a.format] ?? 9) - (FORMAT_RANK[b.format] ?? 9) ||
        b.design!.points - a.design!.points ||
        (a.name < b.name ? -1 : 1),
    )[0] ?? null
  )
}

/** The designer's picture: a drawing before a photograph of a stitched quilt, a window's kinds only. */
export function pictureHash({ files }: Cluster): string | null {
  const pictures = files.filter(file => file.role === 'picture' && file.format in PICTURE_RANK)
  const best = pictures.toSorted(
    (a, b) =>
      Number(isStamp(a.format)) - Number(isStamp(b.format)) ||
      Number(isPhoto(a)) - Number(isPhoto(b)) ||
      PICTURE_RANK[a.format]! - PICTURE_RANK[b.format]! ||
      a.id - b.id,
  )[0]
  return best?.hash ?? null
}

/** A BMP mostly is the stamp-sized picture out of a locked file. */
export function isStamp(format: string | null): boolean {
  return format === 'bmp'
}

const isPhoto = (file: BundleFile): boolean => /\((?:pic|photo|stitched)\)|photo/i.test(file.name)
