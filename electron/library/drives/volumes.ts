import type { Stick } from '#shared/contract/library/sending.ts'
import type { DrivesWorld, Ejected, Volume } from './types.ts'

const LOOKS = 20
const BETWEEN_LOOKS_MS = 500

/** Sticks with their room; one that went away between listing and looking is left out. */
export async function sticksOf(volumes: readonly Volume[], world: DrivesWorld, ejectable: boolean): Promise<Stick[]> {
  const sticks: Stick[] = []
  for (const volume of volumes) {
    const facts = await world.look(volume.path)
    if (!facts) continue
    sticks.push({
      id: volume.id,
      label: volume.label,
      path: volume.path,
      freeBytes: facts.freeBytes,
      totalBytes: facts.totalBytes || volume.sizeBytes,
      fileSystem: volume.fileSystem,
      readOnly: volume.readOnly || !facts.writable,
      ejectable,
    })
  }
  return sticks
}

/**
 * Looks again until the stick is no longer listed, ten seconds at most: a program that says it ejected is not believed. A listing
 * that fails is no proof either.
 */
export async function confirmGone(
  id: string,
  list: () => Promise<readonly Volume[] | null>,
  world: DrivesWorld,
): Promise<Ejected> {
  for (let look = 0; look < LOOKS; look++) {
    const volumes = await list()
    if (volumes && !volumes.some(volume => volume.id === id)) return 'ejected'
    await world.wait(BETWEEN_LOOKS_MS)
  }
  return 'please-eject'
}

/** Text of a JSON document as a value, undefined when it is none: the output of a program is never trusted to be whole. */
export function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
