/**
 * Names that come from outside (addresses, dropped folders) and are to become names of files. Pure: the caller still resolves
 * links and compares real paths before it opens anything.
 */
const MAX_SEGMENTS = 32
const MAX_SEGMENT_BYTES = 255
const MAX_PATH_BYTES = 1_024
/** Names that Windows gives to devices, with any extension, in any folder. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
// oxlint-disable-next-line no-control-regex -- control characters are exactly what must not be in a name
const CONTROL = /[\u0000-\u001f\u007f]/
const WINDOWS_FORBIDS = /[<>:"|?*]/
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * The segments of a percent-encoded path below some folder, null when it tries to be anything else: absolute, `.` or `..`,
 * backslashes, control characters, device names, too long or too deep, or any of these hidden behind further encoding.
 */
export function safeSegments(encodedPath: string, platform: string): string[] | null {
  const path = decoded(encodedPath)
  if (path === null || !isSafe(path, platform)) return null
  // Nothing here decodes twice; a name that would turn into a trick if something did is refused all the same.
  let further = path
  for (let round = 0; round < 3 && further.includes('%'); round++) {
    const next = decoded(further)
    if (next === null || next === further) break
    if (next.split('/').length !== path.split('/').length || !isSafe(next, platform)) return null
    further = next
  }
  return path.split('/')
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function isSafe(path: string, platform: string): boolean {
  if (LONE_SURROGATE.test(path) || byteLength(path) > MAX_PATH_BYTES) return false
  const segments = path.split('/')
  return segments.length <= MAX_SEGMENTS && segments.every(segment => isSafeSegment(segment, platform))
}

function isSafeSegment(segment: string, platform: string): boolean {
  if (segment === '' || segment === '.' || segment === '..') return false
  if (segment.includes('\\') || CONTROL.test(segment) || DEVICE_NAME.test(segment.trimEnd())) return false
  if (byteLength(segment) > MAX_SEGMENT_BYTES) return false
  // Windows drops a dot or blank at the end and opens streams after a colon: the file would not have the name that was checked.
  return platform !== 'win32' || !(WINDOWS_FORBIDS.test(segment) || /[. ]$/.test(segment))
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
