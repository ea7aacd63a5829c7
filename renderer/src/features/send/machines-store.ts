/** The machines she owns: each a kind Bobbin knows, under a name of her own. The first to be offered is the one used last. */
import { create } from 'zustand'
import type { Machine } from '#shared/contract/library/sending.ts'
import { library } from '#renderer/host/bobbin.ts'

export interface MyMachine {
  readonly id: string
  /** The kind: a machine of `machines.list`. */
  readonly presetId: string
  readonly name: string
}

interface Machines {
  /** Every kind Bobbin knows. */
  readonly presets: readonly Machine[]
  readonly mine: readonly MyMachine[]
  /** The one that is offered first; null: none yet. */
  readonly chosenId: string | null
}

export const useMachines = create<Machines>(() => ({ presets: [], mine: [], chosenId: null }))

const MINE_KEY = 'window.machines'
const CHOSEN_KEY = 'window.machine'

/** Takes up what was remembered. A library that remembers only the kind used last gets a machine of that kind. */
export async function restoreMachines(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const { machines: presets } = await library.call('machines.list', {})
  const kept = machinesFrom(settings[MINE_KEY]).filter(one => presets.some(preset => preset.id === one.presetId))
  const last = presets.find(preset => preset.lastUsed)
  const mine = kept.length === 0 && last ? [machineOf(last)] : kept
  const chosen = mine.find(one => one.id === settings[CHOSEN_KEY]) ?? mine[0]
  useMachines.setState({ presets, mine, chosenId: chosen?.id ?? null })
}

/** Also of what an older or newer Bobbin wrote only what is sound. */
export function machinesFrom(value: unknown): MyMachine[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return []
    const { id, presetId, name } = one as Record<string, unknown>
    return typeof id === 'string' && typeof presetId === 'string' && typeof name === 'string'
      ? [{ id, presetId, name }]
      : []
  })
}

/** A machine of this kind: the one she has, else a new one. It is the chosen one then. */
export function takeMachine(presetId: string): void {
  const known = useMachines.getState().mine.find(one => one.presetId === presetId)
  if (known) chooseMachine(known.id)
  else addMachine(presetId)
}

/** One more machine, also a second of the same kind. */
export function addMachine(presetId: string): void {
  const { presets, mine } = useMachines.getState()
  const preset = presets.find(one => one.id === presetId)
  if (!preset) return
  const made = machineOf(preset, mine)
  keep({ mine: [...mine, made], chosenId: made.id })
}

export function chooseMachine(chosenId: string): void {
  keep({ chosenId })
}

/** An empty name leaves the old one. */
export function renameMachine(id: string, name: string): void {
  const given = name.trim()
  if (given === '') return
  keep({ mine: useMachines.getState().mine.map(one => (one.id === id ? { ...one, name: given } : one)) })
}

/** Answers the way back. */
export function removeMachine(id: string): () => void {
  const { mine, chosenId } = useMachines.getState()
  const rest = mine.filter(one => one.id !== id)
  keep({ mine: rest, chosenId: chosenId === id ? (rest[0]?.id ?? null) : chosenId })
  return () => keep({ mine, chosenId })
}

function keep(change: Partial<Machines>): void {
  useMachines.setState(change)
  const { mine, chosenId } = useMachines.getState()
  // What cannot be remembered is asked again next time, and nothing is lost.
  void library.call('settings.set', { key: MINE_KEY, value: mine }).catch(() => undefined)
  void library.call('settings.set', { key: CHOSEN_KEY, value: chosenId }).catch(() => undefined)
}

function machineOf(preset: Machine, others: readonly MyMachine[] = []): MyMachine {
  const base = shortName(preset)
  const taken = new Set(others.map(one => one.name))
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base} ${number}`
  return { id: crypto.randomUUID(), presetId: preset.id, name }
}

/** `Gammill Statler` of `Gammill Statler, CreativeStudio`: what fits on a button. */
export function shortName(machine: Pick<Machine, 'name'>): string {
  return machine.name.split(/[,(]/)[0]?.trim() ?? machine.name
}
