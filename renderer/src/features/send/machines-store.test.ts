import { beforeEach, expect, test } from 'vitest'
import type { Machine } from '#shared/contract/library/sending.ts'
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

const preset = (id: string, name: string, lastUsed = false): Machine => ({
  id,
  name,
  lastUsed,
  formats: ['qli'],
  confidence: 'reported',
  remark: '',
  verifiedOnHardware: false,
})

let presets: Machine[]
let kept: Record<string, unknown>

beforeEach(() => {
  presets = [preset('statler', 'Gammill Statler, CreativeStudio'), preset('bernina', 'Bernina Q-matic')]
  kept = {}
  connectShell({
    library: {
      call: async (name: string, input: { key: string; value: unknown }) => {
        if (name === 'machines.list') return { machines: presets }
        kept[input.key] = input.value
        return {}
      },
    },
  } as never)
})

const names = () => useMachines.getState().mine.map(one => one.name)
const chosen = () => useMachines.getState().mine.find(one => one.id === useMachines.getState().chosenId)?.name

test('the machine used last, before she could own several, is hers', async () => {
  presets[1] = preset('bernina', 'Bernina Q-matic', true)
  await restoreMachines({})
  expect([names(), chosen()]).toEqual([['Bernina Q-matic'], 'Bernina Q-matic'])
})

test('two machines of one kind have names of their own, and are remembered with the chosen one', async () => {
  await restoreMachines({})
  addMachine('statler')
  addMachine('statler')
  renameMachine(useMachines.getState().mine[1]!.id, 'Statler in the barn')
  chooseMachine(useMachines.getState().mine[0]!.id)
  await restoreMachines(kept)
  expect([names(), chosen()]).toEqual([['Gammill Statler', 'Statler in the barn'], 'Gammill Statler'])
})

test('a kind she has is not added again when she picks it while sending', async () => {
  await restoreMachines({})
  takeMachine('statler')
  takeMachine('bernina')
  takeMachine('statler')
  expect([names(), chosen()]).toEqual([['Gammill Statler', 'Bernina Q-matic'], 'Gammill Statler'])
})

test('removing the chosen one chooses another, and can be taken back', async () => {
  await restoreMachines({})
  addMachine('statler')
  addMachine('bernina')
  const back = removeMachine(useMachines.getState().chosenId!)
  expect([names(), chosen()]).toEqual([['Gammill Statler'], 'Gammill Statler'])
  back()
  expect([names(), chosen()]).toEqual([['Gammill Statler', 'Bernina Q-matic'], 'Bernina Q-matic'])
})

test('an empty name changes nothing, and damaged settings are no machine', async () => {
  await restoreMachines({ 'window.machines': [{ id: 1 }, 'x', { id: 'a', presetId: 'loom', name: 'Loom' }] })
  expect(names()).toEqual([])
  addMachine('statler')
  renameMachine(useMachines.getState().mine[0]!.id, '  ')
  expect(names()).toEqual(['Gammill Statler'])
})
