import { beforeEach, expect, test } from 'vitest'
import type { Machine, MachineRules, MyMachine } from '#shared/contract/library/machines.ts'
import { connectShell } from '#renderer/host/bobbin.ts'
import {
  addMachine,
  chooseMachine,
  removeMachine,
  renameMachine,
  restoreMachines,
  takeMachine,
  useMachines,
} from './machines-store.ts'
import { chosenMachineId } from './use-machine.ts'

const rules: MachineRules = {
  formats: [{ format: 'qli', on: true, dialect: null }],
  longestName: 32,
  letters: ' -_',
  perDesigner: true,
  mostFiles: 500,
  unit: 'inch',
  startAtOrigin: true,
  toleranceMm: 0.05,
  onPieces: 'send',
  mostPoints: 20_000,
  smallestMm: 12.7,
  widestMm: 3048,
  highestMm: 1016,
  startEndMm: 0.5,
}

const preset = (id: string, name: string): Machine => ({
  id,
  name,
  lastUsed: false,
  formats: ['qli'],
  accepts: [],
  confidence: 'reported',
  source: '',
  remark: '',
  verifiedOnHardware: false,
  rules,
})

let mine: MyMachine[]
let kept: Record<string, unknown>

/** A core that keeps her machines in a list. */
beforeEach(() => {
  mine = []
  kept = {}
  const change = { commandId: null, label: 'make-machine', args: {}, patterns: 0 }
  const answers: Record<string, (input: never) => unknown> = {
    'machines.list': () => ({ machines: [preset('statler', 'Gammill Statler'), preset('bernina', 'Q-matic')], mine }),
    'machines.add': ({ presetId }: { presetId: string }) => {
      const id = `m${mine.length + 1}`
      const name = `${presetId} ${mine.length + 1}`
      mine = [...mine, { id, presetId, name, rules, accepts: [], changed: [], agreed: [], tallies: [] }]
      return { id, change }
    },
    'machines.rename': ({ id, name }: { id: string; name: string }) => {
      mine = mine.map(one => (one.id === id ? { ...one, name } : one))
      return change
    },
    'machines.trash': ({ id }: { id: string }) => {
      mine = mine.filter(one => one.id !== id)
      return change
    },
    'settings.set': ({ key, value }: { key: string; value: unknown }) => {
      kept[key] = value
      return {}
    },
  }
  connectShell({ library: { call: async (name: string, input: never) => answers[name]?.(input) } } as never)
})

const names = () => useMachines.getState().mine.map(one => one.name)

test('a machine she adds is the one offered first, and stays so after a restart', async () => {
  await restoreMachines({})
  expect(chosenMachineId()).toBeNull()
  await addMachine('statler')
  await addMachine('bernina')
  await restoreMachines(kept)
  expect(chosenMachineId()).toBe('m2')
})

test('a kind she has is not added again when she picks it while sending', async () => {
  await restoreMachines({})
  await addMachine('statler')
  await addMachine('bernina')
  await takeMachine('statler')
  expect([names().length, chosenMachineId()]).toEqual([2, 'm1'])
})

test('an empty name leaves the old one', async () => {
  await restoreMachines({})
  await addMachine('statler')
  expect(await renameMachine('m1', '  ')).toBe(false)
  expect(await renameMachine('m1', 'The one upstairs')).toBe(true)
  expect(names()).toEqual(['The one upstairs'])
})

test('when the chosen machine is off the list, the first of the others is offered', async () => {
  await restoreMachines({})
  await addMachine('statler')
  await addMachine('bernina')
  chooseMachine('m2')
  await removeMachine('m2')
  expect(chosenMachineId()).toBe('m1')
  await removeMachine('m1')
  expect(chosenMachineId()).toBeNull()
})
