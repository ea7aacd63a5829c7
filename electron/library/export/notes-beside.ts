/**
 * Designers ask that their notes and terms stay with a pattern, and a converter loses them. What would be lost goes beside the
 * file as a text. Pure.
 */
import type { FormatId } from '#shared/formats/types.ts'
import { cutName } from './file-name.ts'

export interface NotesSource {
  readonly patternName: string
  readonly designer: string | null
  /** Text documents of the pattern's own files, bytes as they came. */
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** What stood inside the file the converted one was made from. */
  readonly inside: readonly string[]
  /** What the converted file cannot say itself, such as its true size. */
  readonly told: readonly string[]
}

/** The text to put beside; null when there is nothing that would be lost. A single document goes as it is, byte for byte. */
export function notesBeside(source: NotesSource): Uint8Array | null {
  const [only] = source.documents
  const told = only && source.documents.length === 1 ? textOf(only.bytes) : ''
  const inside = source.inside.filter(note => note.trim() !== '' && !told.includes(note.trim()))
  if (only && source.documents.length === 1 && inside.length + source.told.length === 0) return only.bytes
  const parts = [
    ...(source.told.length > 0 ? [source.told.join('\n')] : []),
    ...source.documents.map(document => `${document.name}\n\n${textOf(document.bytes).trim()}`),
    ...(inside.length > 0 ? [inside.join('\n')] : []),
  ]
  if (parts.length === 0) return null
  const title = source.designer === null ? source.patternName : `${source.patternName}, ${source.designer}`
  return windowsText([title, ...parts].join('\n\n'))
}

/** Name of the text beside `stem`; where the machine reads TXT as a pattern it says what it is. */
export function notesName(stem: string, longest: number, formats: readonly FormatId[], gap: string = ' '): string {
  if (!formats.includes('pointlist')) return `${stem}.txt`
  const ending = `${gap}notes`
  return `${cutName(stem, longest - ending.length)}${ending}.txt`
}

/** UTF-8 where it is, else the Windows code page that shops' texts are written in. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Line ends and a mark that the oldest Windows editor shows right. */
function windowsText(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text.replace(/\r\n?|\n/g, '\r\n')}\r\n`)
}
