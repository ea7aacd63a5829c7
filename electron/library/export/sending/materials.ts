/** The bytes that go to a machine: the designer's own, or made on a work thread. */
import { createHash } from 'node:crypto'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Warning } from '#shared/util/reading.ts'
import type { Originals } from '#library/files/originals.ts'
import type { PatternToSend, StitchFacts } from '#library/export/bundle.ts'
import type { Chosen } from '#library/export/choose-source.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { notesBeside } from '#library/export/notes-beside.ts'
import type { Recipe, Workshop } from '#library/export/workshop.ts'

export interface Material {
  readonly bytes: Uint8Array
  readonly facts: StitchFacts | null
  readonly warnings: readonly Warning[]
  /** Text to put beside; null when nothing would be lost. */
  readonly notes: Uint8Array | null
}

export interface Materials {
  of(pattern: PatternToSend, chosen: Chosen, machine: MachinePreset, signal: AbortSignal): Promise<Material>
  /** The file a converted one was made from, for comparing. */
  original(hash: string): Promise<Uint8Array>
}

export function recipeFor(chosen: Chosen, machine: MachinePreset): Recipe {
  return {
    from: chosen.file.format,
    to: chosen.accepted.format,
    toleranceMm: machine.toleranceMm,
    startAtOrigin: machine.startAtOrigin,
    dialect: chosen.accepted.write?.dialect,
    lineEnd: chosen.accepted.write?.lineEnd,
    isOneLine: machine.onPieces === 'join',
  }
}

/** Between planning and sending the same conversions are asked for twice; this much of them is remembered. */
const REMEMBERED_BYTES = 48 * 1024 * 1024

export function createMaterials(originals: Originals, workshop: Workshop): Materials {
  const remembered = new Map<string, Material>()
  let held = 0

  function remember(key: string, material: Material): void {
    remembered.set(key, material)
    held += material.bytes.length
    for (const [oldest, { bytes }] of remembered) {
      if (held <= REMEMBERED_BYTES || oldest === key) break
      remembered.delete(oldest)
      held -= bytes.length
    }
  }

  /** An original whose bytes changed on the disk is never sent as the designer's own. */
  async function original(hash: string): Promise<Uint8Array> {
    await originals.bring(hash)
    const bytes = await originals.read(hash)
    if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes
    throw new BobbinError('original-damaged', 'The file of this pattern is damaged in your library. It was not sent.', {
      hash,
    })
  }

  async function documentsOf(pattern: PatternToSend): Promise<{ name: string; bytes: Uint8Array }[]> {
    const files = pattern.files.filter(file => file.role === 'document' && file.format === 'txt')
    return Promise.all(files.map(async ({ name, hash }) => ({ name, bytes: await original(hash) })))
  }

  async function make(
    pattern: PatternToSend,
    chosen: Chosen,
    machine: MachinePreset,
    signal: AbortSignal,
  ): Promise<Material> {
    const source = { patternName: pattern.name, designer: pattern.designer, documents: await documentsOf(pattern) }
    const bytes = await original(chosen.file.hash)
    if (chosen.kind === 'original')
      return { bytes, facts: chosen.file.facts, warnings: [], notes: notesBeside({ ...source, inside: [], told: [] }) }
    const made = await workshop.convert({ bytes, recipe: recipeFor(chosen, machine) }, signal)
    return {
      bytes: made.bytes,
      facts: made.facts,
      warnings: made.warnings,
      notes: notesBeside({ ...source, inside: made.notes, told: made.beside }),
    }
  }

  return {
    original,
    async of(pattern, chosen, machine, signal) {
      if (chosen.kind === 'original') return make(pattern, chosen, machine, signal)
      const key = JSON.stringify([pattern.id, chosen.file.hash, recipeFor(chosen, machine)])
      const known = remembered.get(key)
      if (known) return known
      const made = await make(pattern, chosen, machine, signal)
      remember(key, made)
      return made
    },
  }
}
