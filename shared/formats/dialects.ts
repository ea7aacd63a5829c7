import type { FormatId } from './types.ts'

/** Ways of writing a format that its writer knows, the usual one first; the NOTES.md of each format tells them apart. */
const DIALECTS: Partial<Record<FormatId, readonly string[]>> = {
  qli: ['arcs', 'lines'],
  bqm: ['arcs', 'lines'],
  dxf: ['polyline', 'lines', 'bulges', 'r2000'],
  svg: ['mm', 'inch'],
}

/** Empty for a format that is written in one way, or not at all. */
export function dialectsOf(format: FormatId): readonly string[] {
  return DIALECTS[format] ?? []
}
