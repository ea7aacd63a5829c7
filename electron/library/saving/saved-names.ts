/** Designer / Pattern / file: names that Windows, macOS and a FAT stick take, the same on every run. Pure. */
import { firstFree, foldedName, nameForFolder } from '#library/export/file-name.ts'
import { splitName } from '#library/export/folder-places.ts'
import type { SavedFile, SavedPattern } from './queries.ts'

interface PlacedFile {
  readonly file: SavedFile
  readonly name: string
}

export interface PlacedPattern {
  readonly pattern: SavedPattern
  /** Two folder names below the place she chose. */
  readonly folder: readonly [designer: string, pattern: string]
  readonly files: readonly PlacedFile[]
}

const NO_DESIGNER = 'No designer'
/** Together with the folder she chose these stay below the 260 letters that Windows' own Explorer can open. */
const LONGEST = { designer: 40, pattern: 50, file: 60 } as const

export function placePatterns(
  patterns: readonly SavedPattern[],
  files: ReadonlyMap<string, readonly SavedFile[]>,
): PlacedPattern[] {
  const folders = new Set<string>()
  return patterns.map(pattern => {
    const designer = nameForFolder(pattern.designer ?? '', LONGEST.designer) || NO_DESIGNER
    const wanted = nameForFolder(pattern.name, LONGEST.pattern) || 'Pattern'
    const name = firstFree(wanted, LONGEST.pattern, candidate => !folders.has(foldedName(`${designer}/${candidate}`)))
    folders.add(foldedName(`${designer}/${name}`))
    return { pattern, folder: [designer, name], files: placeFiles(files.get(pattern.id) ?? []) }
  })
}

/** Two files of one name in a pattern are both kept. */
function placeFiles(files: readonly SavedFile[]): PlacedFile[] {
  const given = new Set<string>()
  return files.map(file => {
    const name = numberedUntil(fileName(file.name), candidate => !given.has(foldedName(candidate)))
    given.add(foldedName(name))
    return { file, name }
  })
}

/** Archive and folder parts of a stored name are not part of a file's name. */
function fileName(stored: string): string {
  const { stem, extension } = splitName(stored.split(/[/\\]/).at(-1) ?? '')
  const ending = nameForFolder(extension.slice(1), 16)
  const safe = nameForFolder(stem, LONGEST.file) || 'File'
  return ending === '' ? safe : `${safe}.${ending}`
}

/** `plume.qli`, `plume 2.qli` … the first that `isFree`. */
export function numberedUntil(name: string, isFree: (candidate: string) => boolean): string {
  const { stem, extension } = splitName(name)
  return `${firstFree(stem, LONGEST.file, candidate => isFree(candidate + extension))}${extension}`
}
