/**
 * How each route of the OpenAPI document is asked in the isolation tests. A route without a line here fails them: whoever adds one says whom
 * it is for, and how it is asked about a thing that belongs to somebody.
 */
import { DEVICE } from './visitor.ts'

/** Things of one quilter, or of nobody: names that a request can hold. */
export interface Things {
  readonly deviceId: string
  readonly email: string
  readonly recordId: string
  readonly restoreId: string
  /** Of a shape: `<epoch>~<source handle>`. */
  readonly handle: string
  readonly epoch: string
  readonly fileHash: string
  readonly fileBytes: Buffer
  readonly refreshToken: string
}

export interface ProbeAsk {
  /** With parameters filled in, and the query. */
  readonly url: string
  readonly body?: object | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export interface Probe {
  readonly auth: 'none' | 'device' | 'admin'
  ask(about: Things): ProbeAsk
}

const device = (ask: Probe['ask']): Probe => ({ auth: 'device', ask })
const open = (ask: Probe['ask']): Probe => ({ auth: 'none', ask })
const BYTES = { 'content-type': 'application/octet-stream' }
const CODE = 'CCCC-CCCC'

export const PROBES: Readonly<Record<string, Probe>> = {
  'GET /v1/health': open(() => ({ url: '/v1/health' })),
  'GET /v1/ready': open(() => ({ url: '/v1/ready' })),
  'GET /metrics': { auth: 'admin', ask: () => ({ url: '/metrics' }) },

  'GET /v1/auth/offers': open(() => ({ url: '/v1/auth/offers' })),
  'POST /v1/auth/code': open(({ email }) => ({ url: '/v1/auth/code', body: { email } })),
  'POST /v1/auth/sign-in': open(({ email }) => ({
    url: '/v1/auth/sign-in',
    body: { email, code: CODE, device: DEVICE },
  })),
  'POST /v1/auth/pair': open(() => ({ url: '/v1/auth/pair', body: { code: 'CCC-CCC-CCC', device: DEVICE } })),
  'POST /v1/auth/refresh': open(({ deviceId }) => ({
    url: '/v1/auth/refresh',
    body: { refreshToken: Buffer.from(deviceId.repeat(3)).toString('base64url') },
  })),
  'POST /v1/auth/sign-out': open(({ deviceId }) => ({
    url: '/v1/auth/sign-out',
    body: { refreshToken: Buffer.from(deviceId.repeat(3)).toString('base64url') },
  })),
  'GET /v1/auth/google/start': open(() => ({ url: `/v1/auth/google/start?claim=${'a'.repeat(43)}&port=4000` })),
  'GET /v1/auth/google/callback': open(() => ({ url: '/v1/auth/google/callback?state=abc&code=def' })),
  'POST /v1/auth/google/claim': open(() => ({
    url: '/v1/auth/google/claim',
    body: { secret: 'a'.repeat(43), code: 'b'.repeat(43), device: DEVICE },
  })),

  'GET /v1/account': device(() => ({ url: '/v1/account' })),
  'POST /v1/account/email': device(({ email }) => ({ url: '/v1/account/email', body: { email } })),
  'POST /v1/account/email/confirm': device(({ email }) => ({
    url: '/v1/account/email/confirm',
    body: { email, code: CODE },
  })),
  'GET /v1/devices': device(() => ({ url: '/v1/devices' })),
  'PATCH /v1/devices/{id}': device(({ deviceId }) => ({ url: `/v1/devices/${deviceId}`, body: { name: 'Mine now' } })),
  'DELETE /v1/devices/{id}': device(({ deviceId }) => ({ url: `/v1/devices/${deviceId}` })),
  'POST /v1/pairing': device(() => ({ url: '/v1/pairing' })),

  'GET /v1/shape': device(({ handle }) => ({ url: `/v1/shape?offset=0_0&handle=${encodeURIComponent(handle)}` })),
  'POST /v1/records': device(({ recordId, epoch }) => ({
    url: '/v1/records',
    headers: { 'bobbin-epoch': epoch, 'bobbin-heard': '0', 'bobbin-known': '0' },
    body: {
      records: [
        {
          table: 'tag',
          id: recordId,
          entries: [{ field: 'name', value: 'Mine now', stamp: [5, 0, 'thief'], base: null, again: false }],
        },
      ],
    },
  })),
  'GET /v1/records/digest': device(() => ({ url: '/v1/records/digest' })),
  'GET /v1/records/history': device(({ recordId }) => ({ url: `/v1/records/history?table=tag&id=${recordId}` })),
  'GET /v1/records/conflicts': device(() => ({ url: '/v1/records/conflicts' })),
  'POST /v1/records/settle': device(({ recordId }) => ({
    url: '/v1/records/settle',
    body: { table: 'tag', id: recordId, field: 'name', stamp: [1, 0, 'a'] },
  })),
  'POST /v1/restore': device(() => ({ url: '/v1/restore', body: { at: 1 } })),
  'POST /v1/restore/{id}/undo': device(({ restoreId }) => ({ url: `/v1/restore/${restoreId}/undo`, body: {} })),

  'HEAD /v1/files/{hash}': device(({ fileHash }) => ({ url: `/v1/files/${fileHash}` })),
  'GET /v1/files/{hash}': device(({ fileHash }) => ({ url: `/v1/files/${fileHash}` })),
  'PUT /v1/files/{hash}': device(({ fileHash, fileBytes }) => ({
    url: `/v1/files/${fileHash}`,
    body: fileBytes,
    headers: BYTES,
  })),
  'POST /v1/files/missing': device(({ fileHash }) => ({ url: '/v1/files/missing', body: { hashes: [fileHash] } })),
  'POST /v1/files/bundle': device(({ fileHash }) => ({ url: '/v1/files/bundle', body: { hashes: [fileHash] } })),
  'GET /v1/files/usage': device(() => ({ url: '/v1/files/usage' })),
}
