import { decodeStretch } from '#shared/text/decode.ts'

/**
 * A text of a DXF from its bytes (given one character each). Newer files are UTF-8 and older ones mostly Windows-1252, whatever
 * their header says; signs beyond that are spelled `\U+20AC` in files of any version.
 */
export function decodeDxfText(text: string): string {
  const bytes = Uint8Array.from(text, character => character.charCodeAt(0))
  return decodeStretch(bytes, 0, bytes.length)
    .replace(/\\U\+([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .toWellFormed()
}

/** Text as plain ASCII for any version: signs beyond it are spelled out. */
export function encodeDxfText(text: string): string {
  return text.replace(/[^ -~]/g, sign => `\\U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
}
