import type { FileAssociation } from 'app-builder-lib'
import { allFormats } from '#shared/formats/catalogue.ts'

/**
 * Files that are quilting patterns and nothing else: Bobbin opens them with a double-click. Endings that other programs live on (DXF and SVG
 * of drawing programs, TXT, CSV, embroidery) are left to those; Bobbin stands in their "Open with".
 */
export const OWN_ENDINGS = [
  'qli',
  'bqm',
  'iqp',
  'qcc',
  'cqp',
  'csq',
  'hqf',
  'hqv',
  '4dq',
  'ess',
  'mqr',
  'ssd',
  'pat',
  'iqa',
  'qct',
] as const

export const OFFERED_ENDINGS = ['dxf', 'svg'] as const

export function mimeOf(ending: string): string {
  return `application/x-quilting-${ending}`
}

export function fileAssociations(): FileAssociation[] {
  return OWN_ENDINGS.map(ending => ({
    ext: ending,
    name: nameOf(ending),
    description: nameOf(ending),
    mimeType: mimeOf(ending),
    role: 'Viewer',
    rank: 'Default',
  }))
}

/** For a Mac: "Open with", never the first choice. */
export function offeredOnMac(): FileAssociation[] {
  return OFFERED_ENDINGS.map(ending => ({ ext: ending, name: nameOf(ending), role: 'Viewer', rank: 'Alternate' }))
}

export const OFFERED_MIME = ['image/vnd.dxf', 'image/svg+xml']

function nameOf(ending: string): string {
  const format = allFormats().find(({ extensions }) => extensions.includes(ending))
  if (!format) throw new Error(`Bobbin knows no format with the ending ${ending}`)
  return format.name
}
