import { getFileNameLowLevel, type Entry } from 'yauzl'
import type { ArchiveRefusal } from './refusals.ts'

const UTF8_FLAG = 0x800
const UNICODE_PATH_FIELD = 0x7075
const NAME_MAX = 1_000
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i
// oxlint-disable-next-line no-control-regex -- control signs are exactly what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/

/**
 * An entry's name as its maker meant it, with forward slashes. The ZIP rules say UTF-8 when the flag is set and code page 437
 * otherwise; packers of some systems write UTF-8 without the flag, and text that happens to be valid UTF-8 beyond ASCII
 * practically never is anything else.
 */
export function entryName(entry: Pick<Entry, 'fileNameRaw' | 'generalPurposeBitFlag' | 'extraFields'>): string {
  const raw = entry.fileNameRaw
  const flagged = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0
  const stated = entry.extraFields.some(field => field.id === UNICODE_PATH_FIELD)
  if (!flagged && !stated && raw.some(byte => byte > 0x7f)) {
    const utf8 = asUtf8(raw)
    if (utf8 !== null) return utf8.replaceAll('\\', '/').normalize('NFC')
  }
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false).normalize('NFC')
}

function asUtf8(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return null
  }
}

/** Why a name is refused, whatever the file is; null for an honest one. */
export function nameRefusal(name: string): ArchiveRefusal | null {
  if (name === '' || name.length > NAME_MAX || CONTROL.test(name)) return 'archive-entry-bad-name'
  if (/^[a-z]:/i.test(name)) return 'archive-entry-drive'
  if (name.startsWith('/')) return 'archive-entry-absolute'
  const parts = name.split('/')
  if (parts.includes('..')) return 'archive-entry-climbs'
  if (parts.some(part => DEVICE.test(withoutTail(part)))) return 'archive-entry-device-name'
  return null
}

/** Windows looks at a name's first part only and overlooks blanks before the dot: `nul .txt` still is the null device. */
function withoutTail(part: string): string {
  return part.split(/[.:]/, 1)[0]!.trimEnd()
}
