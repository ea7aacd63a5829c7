import type { Computer } from '#shared/contract/library/sync.ts'
import type { Computers } from './computers.ts'
import type { Gathered } from './diary/gathered.ts'
import type { Diary } from './diary/happenings.ts'
import type { OwnerCalls } from './owner-calls.ts'
import type { Remembered } from './remembered.ts'

export interface AccountChanges {
  computers(): Promise<Computer[]>
  revokeComputer(id: string): Promise<void>
  renameComputer(id: string, name: string): Promise<void>
  /** Her account has another e-mail from now on. */
  confirmEmail(email: string, code: string): Promise<void>
  restoreToDay(at: number): Promise<{ readonly records: number; readonly restoreId: string }>
  undoRestore(restoreId: string): Promise<{ readonly records: number }>
}

export interface AccountParts {
  readonly calls: OwnerCalls
  readonly remembered: Remembered
  readonly diary: Diary
  readonly computers: Computers
  readonly gathered: Gathered
  changed(): void
}

/** What she asks and changes of her account in the cloud, and what of it this computer remembers or tells. */
export function createAccountChanges(parts: AccountParts): AccountChanges {
  const { calls, remembered, diary, computers, gathered, changed } = parts
  return {
    async computers() {
      const listed = await calls.computers()
      computers.heard(listed)
      // The one she sits at comes first; the others as the cloud lists them, the last seen first.
      const mine = listed.toSorted((one, other) => Number(other.isThis) - Number(one.isThis))
      return mine.map(({ id, name, platform, lastSeenAt, signedInAt, isThis }) => {
        return { id, name, platform, lastSeenAt, signedInAt, isThis }
      })
    },
    async revokeComputer(id) {
      await calls.revoke(id)
      computers.signedOut(id)
    },
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
      const restored = await gathered.restoring(calls.restoreToDay(at), answer => answer.restoreId)
      if (restored.records > 0) diary.tell('restored', { records: restored.records, at })
      return restored
    },
    async undoRestore(restoreId) {
      const undone = await gathered.restoring(calls.undoRestore(restoreId), () => restoreId)
      diary.tell('restore-undone', { records: undone.records })
      return undone
    },
  }
}
