import { splitExtension } from './stem.ts'

/** Folders that only say which machine the files in them are for. */
const FORMAT_FOLDER =
  /^(?:\d+[\s._-]*)?(?:qli|bqm|dxf|svg|plt|hpgl|qcc|iqp|txt|xy|csv|cqp|cmd|tap|csq|ans|4dq|hqf|hqv|gpf|ess|mqr|ssd|pat|iqa|qct|dst|exp|jef|pes|pec|gif|gifs|jpg|jpgs|jpeg|jpegs|png|bmp|pdf|pdfs|wmf|pics?|pictures?|images?|photos?|previews?|thumbnails?|thumbs?|statler|gammill|creative\s?studio|intelliquilter|intelli quilter|iq|pro\s?stitcher|hq|handi quilter|q-?matic|qmatic|bernina|innova|autopilot|art\s?(?:and|&|n)?\s?stitch|quilt\s?path|qbot|quiltez|compuquilter|side\s?saddle|pc\s?quilter|docs?|documents?|notes|instructions|formats?|files|all formats|zips?)(?:\s*(?:files?|formats?|designs?|versions?|for .*))?$/i

/** True for a folder that holds one format of designs that also stand in its neighbours. */
export function isFormatFolder(name: string): boolean {
  return FORMAT_FOLDER.test(name.replace(/[_]+/g, ' ').trim())
}

/**
 * Where files of one design look for each other: the folder without parts that only name a format, so that "Swirl/QLI" and
 * "Swirl/DXF" are one place, and so are "swirl-qli.zip" and "swirl-dxf.zip".
 */
export function bundlePlace(place: string): string {
  return place
    .split('/')
    .map(part => {
      const { stem, extension } = splitExtension(part)
      return extension === 'zip'
        ? stem.replace(/[\s._-]+(?:qli|bqm|dxf|svg|plt|qcc|iqp|csq|ans|hqf|hqv|gpf|mqr|ssd|pdf)$/i, '')
        : part
    })
    .filter(part => !isFormatFolder(part))
    .join('/')
}

const PLAIN_HEAPS =
  /^(?:downloads?|desktop|documents?|my documents|new folder.*|neuer ordner.*|untitled.*|unpacked|extracted|temp|tmp|usb.*|stick.*|disk.*|backup.*|old|new|misc(?:ellaneous)?|other|various|stuff|all|patterns?|designs?|quilting|quilting patterns|quilting designs|quilt patterns|quilt designs|longarm|shop|shops|purchased|bought|files|data|library|samples?|home|root|volumes?|mnt|media)$/i

/** A folder's name as a tag, or null for one that says nothing about the designs in it. */
export function tagOfFolder(name: string): string | null {
  const plain = splitExtension(name).stem.replace(/[_]+/g, ' ').replace(/\s+/g, ' ').trim()
  if (plain.length > 40 || isFormatFolder(plain) || PLAIN_HEAPS.test(plain)) return null
  // Dates, numbers and letter heaps ("2019-04", "A-F") are how she keeps order, not what she would search for.
  if ((plain.match(/\p{L}/gu) ?? []).length < 3 || /^\p{L}\s?-\s?\p{L}$/u.test(plain)) return null
  if (/\.(?:com|net|org|co\.uk)$/i.test(plain)) return null
  return plain
}
