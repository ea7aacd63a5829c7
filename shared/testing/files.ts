import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface TestFile {
  /** Path below the folder, with forward slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The repository's own pattern files; see ATTRIBUTION.md there. */
export const FIXTURES = join(import.meta.dirname, '../formats/fixtures')
/** Material beside the repository; absent on most machines. */
export const SAMPLES = join(import.meta.dirname, '../../../shared/samples')

export const samplesArePresent = existsSync(SAMPLES)

/** Every file below a folder, in order of their names; notes about the files are left out. */
export function filesBelow(folder: string): TestFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.md'))
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      return { name: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: new Uint8Array(readFileSync(path)) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
