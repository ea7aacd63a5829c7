import { splitCamel, splitExtension } from './stem.ts'

/**
 * A pattern's name from its file's name: the shop's own words and letters, only unpacked where they were squeezed into a file
 * name. "FeatherSwirl_E2E-12in" becomes "Feather Swirl E2E 12in"; a name that has blanks already is left as it is.
 */
export function readableName(fileName: string): string {
  const { stem } = splitExtension(fileName)
  const plain = stem
    .normalize('NFC')
    .replace(/\s*\((?:pic|picture|photo|preview|animated|animated gif|gif)\)\s*/gi, ' ')
    .replace(/_+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const unpacked = plain.includes(' ') && !stem.includes('_') ? plain : unpack(plain)
  return unpacked === '' ? stem.trim() || fileName : unpacked
}

function unpack(text: string): string {
  return splitCamel(text)
    .replace(/(?<=[\p{L}\p{N}]{2})-(?=\p{L}{2})|(?<=\p{L}{2}|\p{N}\p{L})-(?=\p{N})/gu, ' ')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
