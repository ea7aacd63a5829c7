/** The machines she owns, and every kind Bobbin knows. The first to be offered is the one used last on this computer. */
import { create } from 'zustand'
import type { Change } from '#shared/contract/library/common.ts'
import type { Machine, MyMachine } from '#shared/contract/library/machines.ts'
import { make, say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { doneWords } from '#renderer/i18n/labels.ts'

interface Machines {
  /** Every kind Bobbin knows. */
  readonly presets: readonly Machine[]
  readonly mine: readonly MyMachine[]
  /** The one that is offered first; null: none yet. */
  readonly chosenId: string | null
}

export const useMachines = create<Machines>(() => ({ presets: [], mine: [], chosenId: null }))

const CHOSEN_KEY = 'window.machine'

/** Her machines, and the one that was chosen on this computer. */
export async function restoreMachines(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const chosen = settings[CHOSEN_KEY]
  useMachines.setState({ chosenId: typeof chosen === 'string' ? chosen : null })
  await refreshMachines()
}

/** As the library has them now. A chosen machine that is off the list gives way to the first. */
export async function refreshMachines(): Promise<void> {
  const { machines: presets, mine } = await library.call('machines.list', {})
  const { chosenId } = useMachines.getState()
  const chosen = mine.find(one => one.id === chosenId) ?? mine[0]
  useMachines.setState({ presets, mine, chosenId: chosen?.id ?? null })
}

/** A machine of this kind: the one she has, else a new one. It is the chosen one then. */
export async function takeMachine(presetId: string): Promise<void> {
  const known = useMachines.getState().mine.find(one => one.presetId === presetId)
  if (known) chooseMachine(known.id)
  else await addMachine(presetId)
}

/** One more machine, also a second of the same kind. Answers its id. */
export async function addMachine(presetId: string): Promise<string> {
  const { id } = await library.call('machines.add', { presetId })
  chooseMachine(id)
  await refreshMachines()
  return id
}

export function chooseMachine(chosenId: string): void {
  useMachines.setState({ chosenId })
  // What cannot be remembered is asked again next time, and nothing is lost.
  void library.call('settings.set', { key: CHOSEN_KEY, value: chosenId }).catch(() => undefined)
}

/** An empty name leaves the old one. Answers whether she has it under this name now. */
export async function renameMachine(id: string, name: string): Promise<boolean> {
  const given = name.trim()
  const known = useMachines.getState().mine.find(one => one.id === id)
  if (given === '' || given === known?.name) return given !== ''
  const done = await make(library.call('machines.rename', { id, name: given }), words)
  await refreshMachines().catch(say)
  return done
}

export async function removeMachine(id: string): Promise<boolean> {
  const done = await make(library.call('machines.trash', { id }), words)
  await refreshMachines().catch(say)
  return done
}

function words(_patterns: number, done: Change): string {
  return doneWords(done) ?? t('change.machine')
}
