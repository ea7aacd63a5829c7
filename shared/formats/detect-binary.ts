import type { FormatId } from './types.ts'

type Test = (bytes: Uint8Array) => boolean

/** Formats known by their first bytes, whatever the file is called. The first that fits decides. */
const magics: readonly (readonly [FormatId, Test])[] = [
  ['iqp', starts('StitchV2')],
  ['ans', startsWithBytes(0x58, 0x25, 0x14, 0x00)],
  ['4dq', starts('%GPFVSM%')],
  ['pes', starts('#PES')],
  ['pec', starts('#PEC')],
  ['dst', bytes => starts('LA:')(bytes) && bytes.subarray(0, 512).includes(0x1a)],
  ['dxf', starts('AutoCAD Binary DXF')],
  ['dwg', bytes => starts('AC10')(bytes) && isDigit(bytes[4]) && isDigit(bytes[5])],
  ['zip', bytes => starts('PK')(bytes) && [0x0403, 0x0605, 0x0807].includes((bytes[3]! << 8) | bytes[2]!)],
  ['gif', starts('GIF8')],
  ['jpg', startsWithBytes(0xff, 0xd8, 0xff)],
  ['png', startsWithBytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['webp', bytes => starts('RIFF')(bytes) && starts('WEBP')(bytes.subarray(8))],
  ['pdf', starts('%PDF-')],
  // "BM" alone begins many a note; the four reserved bytes of a bitmap are zero.
  ['bmp', bytes => starts('BM')(bytes) && bytes.length > 26 && startsWithBytes(0, 0, 0, 0)(bytes.subarray(6))],
  ['wmf', startsWithBytes(0xd7, 0xcd, 0xc6, 0x9a)],
  ['wmf', startsWithBytes(0x01, 0x00, 0x09, 0x00)],
  ['wmf', startsWithBytes(0x02, 0x00, 0x09, 0x00)],
  ['wmf', bytes => startsWithBytes(0x01, 0x00, 0x00, 0x00)(bytes) && starts(' EMF')(bytes.subarray(40))],
]

/** The format its first bytes prove, or null. */
export function detectBinary(bytes: Uint8Array): FormatId | null {
  return magics.find(([, fits]) => fits(bytes))?.[0] ?? null
}

/** Gzip; among pattern files that is a packed SVG. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function starts(text: string): Test {
  return startsWithBytes(...Array.from(text, letter => letter.charCodeAt(0)))
}

function startsWithBytes(...magic: number[]): Test {
  return bytes => magic.every((byte, i) => bytes[i] === byte)
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}
