import type { Diary } from './happenings.ts'
import type { OwnerCalls } from './owner-calls.ts'
import type { Remembered } from './remembered.ts'

export interface AccountChanges {
  renameComputer(id: string, name: string): Promise<void>
  /** Her account has another e-mail from now on. */
  confirmEmail(email: string, code: string): Promise<void>
  restoreToDay(at: number): Promise<{ readonly records: number; readonly restoreId: string }>
  undoRestore(restoreId: string): Promise<{ readonly records: number }>
}

/** What she changes in the cloud, and what of it this computer remembers or tells. */
export function createAccountChanges(
  calls: OwnerCalls,
  remembered: Remembered,
  diary: Diary,
  changed: () => void,
): AccountChanges {
  return {
    async renameComputer(id, name) {
      await calls.rename(id, name)
      const account = remembered.account()
      if (account?.deviceId === id) remembered.setAccount({ ...account, computer: name })
      changed()
    },
    async confirmEmail(typed, code) {
      const { email, tenantId } = await calls.confirmEmail(typed, code)
      const account = remembered.account()
      if (account !== null) remembered.setAccount({ ...account, email })
      remembered.setOwner({ tenantId, email })
      changed()
    },
    async restoreToDay(at) {
      const restored = await calls.restoreToDay(at)
      diary.tell('restored', { records: restored.records, at })
      return restored
    },
    async undoRestore(restoreId) {
      const undone = await calls.undoRestore(restoreId)
      diary.tell('restore-undone', undone)
      return undone
    },
  }
}
