import { z } from 'zod'
import { type AccountAnswer, accountAnswer, type DeviceLine, devicesAnswer, pairingAnswer } from '#shared/sync/auth.ts'
import type { RecordKey, Stamp } from '#shared/sync/record.ts'
import { type CloudValue, conflictsAnswer, historyAnswer, restoreAnswer, undoRestoreAnswer } from './cloud/answers.ts'
import type { CloudHttp } from './cloud/http.ts'

/** What she asks of the cloud beside backing up. All reject with CloudError. */
export interface OwnerCalls {
  computers(): Promise<DeviceLine[]>
  rename(id: string, name: string): Promise<void>
  revoke(id: string): Promise<void>
  pairingCode(): Promise<z.infer<typeof pairingAnswer>>
  changeEmail(email: string): Promise<void>
  /** The account with its new e-mail. */
  confirmEmail(email: string, code: string): Promise<AccountAnswer>
  history(key: RecordKey): Promise<CloudValue[]>
  conflicts(): Promise<z.infer<typeof conflictsAnswer>>
  settle(key: RecordKey, field: string, stamp: Stamp): Promise<void>
  restoreToDay(at: number): Promise<z.infer<typeof restoreAnswer>>
  undoRestore(restoreId: string): Promise<z.infer<typeof undoRestoreAnswer>>
}

export function createOwnerCalls(http: () => CloudHttp): OwnerCalls {
  const part = encodeURIComponent
  return {
    async computers() {
      return (await http().ask({ path: '/v1/devices', answer: devicesAnswer })).devices
    },
    rename: (id, name) => http().ask({ method: 'PATCH', path: `/v1/devices/${part(id)}`, json: { name } }),
    revoke: id => http().ask({ method: 'DELETE', path: `/v1/devices/${part(id)}` }),
    pairingCode: () => http().ask({ method: 'POST', path: '/v1/pairing', json: {}, answer: pairingAnswer }),
    changeEmail: email => http().ask({ method: 'POST', path: '/v1/account/email', json: { email } }),
    confirmEmail: (email, code) =>
      http().ask({ method: 'POST', path: '/v1/account/email/confirm', json: { email, code }, answer: accountAnswer }),
    async history({ table, id }) {
      const path = `/v1/records/history?table=${part(table)}&id=${part(id)}`
      return (await http().ask({ path, answer: historyAnswer })).values
    },
    conflicts: () => http().ask({ path: '/v1/records/conflicts', answer: conflictsAnswer }),
    settle: ({ table, id }, field, stamp) =>
      http().ask({ method: 'POST', path: '/v1/records/settle', json: { table, id, field, stamp } }),
    restoreToDay: at => http().ask({ method: 'POST', path: '/v1/restore', json: { at }, answer: restoreAnswer }),
    undoRestore: restoreId =>
      http().ask({ method: 'POST', path: `/v1/restore/${part(restoreId)}/undo`, json: {}, answer: undoRestoreAnswer }),
  }
}
