import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { machinesMethods } from '#shared/contract/library/machines.ts'
import type { Context } from '../context.ts'
import { readSetting } from '../db/tables/setting.ts'
import { LAST_MACHINE } from '../machines/last-used.ts'
import { kinds, mine } from '../machines/list.ts'
import { marksOfMachine, marksOfPattern } from '../machines/queries.ts'
import { tryInFolder } from '../machines/trial.ts'
import type { Services } from '../services.ts'

type MachineHandlers = Pick<LibraryHandlers, keyof typeof machinesMethods>

/** The machines Bobbin knows, and hers. */
export function createMachineHandlers(context: Context, { machines }: Services): MachineHandlers {
  const { db } = context
  return {
    'machines.list': () => ({ machines: kinds(readSetting(db, LAST_MACHINE)), mine: mine(db) }),
    'machines.add': ({ presetId, name }) => machines.add(presetId, name),
    'machines.rename': ({ id, name }) => machines.rename(id, name),
    'machines.change': ({ id, set }) => machines.change(id, set),
    'machines.trash': ({ id }) => machines.trash(id),
    'machines.agree': ({ id, formats, agreed }) => machines.agree(id, formats, agreed),
    'machines.mark': ({ machineId, marks, verdict }) => machines.mark(machineId, marks, verdict),
    'machines.marksOf': ({ patternId }) => ({ marks: marksOfPattern(db, patternId) }),
    'machines.marks': ({ machineId, verdict }) => ({ marks: marksOfMachine(db, machineId, verdict) }),
    'machines.tryIn': (request, { signal }) => tryInFolder(context, request, signal),
  }
}
