/**
 * Where each file of a sending goes below the target. One folder a designer, at most so many files in each; a name that is there
 * already is found again, so that sending twice does not make two.
 */
import { firstFree, foldedName, gapOf, nameForMachine, numbered } from './file-name.ts'
import type { MachinePreset } from './machines/preset.ts'
import type { Listing } from './target/target.ts'

export interface Place {
  readonly folder: string
  readonly name: string
  /** The name as spelled on the target, when a file of this name is there. */
  readonly existing: string | null
}

/** Reads a folder below the target; null when there is none. */
export type ReadFolder = (folder: string) => Promise<Listing | null>

const NO_DESIGNER = 'Patterns'
const NO_NAME = 'Pattern'

interface Folder {
  readonly listing: Listing | null
  /** Folded names given to files of this sending. */
  readonly given: Set<string>
  /** Files there and to come. */
  files: number
}

export function createFolderPlaces(machine: MachinePreset, read: ReadFolder) {
  const folders = new Map<string, Folder>()
  const gap = gapOf(machine.names)

  async function folderAt(name: string): Promise<Folder> {
    const known = folders.get(foldedName(name))
    if (known) return known
    const listing = await read(name)
    const files = listing ? [...listing.values()].filter(entry => entry.kind === 'file').length : 0
    const made = { listing, given: new Set<string>(), files }
    folders.set(foldedName(name), made)
    return made
  }

  /** The folder's name as spelled on the target; null when the name belongs to something that is no folder. */
  async function spelled(wanted: string): Promise<string | null> {
    const entry = (await folderAt('')).listing?.get(foldedName(wanted))
    if (!entry) return wanted
    return entry.kind === 'folder' ? entry.name : null
  }

  async function* foldersFor(designer: string | null): AsyncGenerator<string> {
    if (!machine.folders.perDesigner) yield ''
    const own = designer === null ? '' : nameForMachine(designer, machine.names)
    const base = own || NO_DESIGNER
    for (let number = 1; ; number++) {
      const name = await spelled(number === 1 ? base : numbered(base, number, machine.names.longest, gap))
      if (name !== null) yield name
    }
  }

  return {
    /** A place for a file of the pattern; the same name twice in one sending gets a number. */
    async forFile(patternName: string, designer: string | null, extension: string): Promise<Place> {
      const stem = nameForMachine(patternName, machine.names) || NO_NAME
      for await (const name of foldersFor(designer)) {
        const folder = await folderAt(name)
        const fileName = `${firstFree(
          stem,
          machine.names.longest,
          candidate => {
            const key = foldedName(`${candidate}.${extension}`)
            const entry = folder.listing?.get(key)
            return !folder.given.has(key) && (entry === undefined || entry.kind === 'file')
          },
          gap,
        )}.${extension}`
        const existing = folder.listing?.get(foldedName(fileName))?.name ?? null
        if (existing === null && folder.files >= machine.folders.mostFiles) continue
        if (existing === null) folder.files++
        folder.given.add(foldedName(fileName))
        return { folder: name, name: existing ?? fileName, existing }
      }
      throw new Error('folders never run out')
    },
  }
}

/** `Plume.qli`, 2 -> `Plume 2.qli`, within the machine's longest name. */
export function numberedFile(name: string, number: number, longest: number, gap: string = ' '): string {
  const { stem, extension } = splitName(name)
  return number === 1 ? name : `${numbered(stem, number, longest, gap)}${extension}`
}

/** Stem and extension with its dot. */
export function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? { stem: name, extension: '' } : { stem: name.slice(0, dot), extension: name.slice(dot) }
}
