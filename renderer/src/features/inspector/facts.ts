import type { FileFacts, PatternDetail } from '#shared/contract/library/patterns.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { bytesWords, counted, durationWords, formatWord } from '#renderer/i18n/words.ts'
import { PACE, stitchingSeconds } from './stitching-time.ts'

/** How it runs: `one closed line`, or its lines and the jumps between them. */
export function lineWords(detail: PatternDetail): string | null {
  if (detail.jumps === null) return null
  if (detail.jumps === 0) return t(detail.closed ? 'inspector.closedLine' : 'inspector.oneLine')
  const runs = t('inspector.runs', counted(detail.runs ?? detail.jumps + 1))
  return t('inspector.runsAndJumps', { runs, jumps: t('inspector.jumps', counted(detail.jumps)) })
}

/** `about 6 minutes`; null where its size is not known. */
export function timeWords(stitchedMm: number | null, isSizeUnknown = false): string | null {
  if (stitchedMm === null || stitchedMm === 0 || isSizeUnknown) return null
  return t('inspector.about', { time: durationWords(stitchingSeconds(stitchedMm)) })
}

export function paceWords(): string {
  return t('inspector.pace', { ...counted(PACE.stitchesPerMinute), perInch: PACE.stitchesPerInch })
}

/** `QLI, BQM, DXF, picture, notes`: each kind of file once, designs first. */
export function filesWords(files: readonly FileFacts[]): string {
  const formats = files.filter(file => file.role === 'design' || file.role === 'locked')
  const words = formats.map(file => formatWord(file.format))
  if (files.some(file => file.role === 'picture')) words.push(t('inspector.role.picture'))
  if (files.some(isDocument)) words.push(t('inspector.role.document'))
  return [...new Set(words)].join(', ')
}

/** Words that came with a pattern: terms, notes, a licence. */
export function isDocument(file: FileFacts): boolean {
  return file.role === 'document' || file.format === 'html'
}

/** Documents that can be shown as words. */
export function isText(file: FileFacts): boolean {
  return file.format === 'txt' || file.format === 'html'
}

/** A version by its name, without the ending of its file. */
export function versionTitle({ name }: FileFacts): string {
  return name.replace(/\.svg$/u, '')
}

/** `QLI, design, 12 kB`. */
export function fileWords(file: FileFacts): string {
  const format = file.format === 'unknown' ? t('inspector.unknownFormat') : formatWord(file.format)
  return [format, t(`inspector.role.${isDocument(file) ? 'document' : file.role}`), bytesWords(file.bytes)].join(', ')
}
