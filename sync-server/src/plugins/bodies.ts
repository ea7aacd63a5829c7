/** Bodies: JSON, plain or gzip, within limits that hold for what comes out of the gzip too. */
import { createGunzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/refusal.ts'

/** A push is at most 1 MB by agreement; room for one record that is larger, so that it can be refused by name. */
export const MOST_BODY_BYTES = 8 * 1024 * 1024

export function gzipBodies(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding']
    if (encoding === undefined || encoding === 'identity') return payload
    if (encoding !== 'gzip') throw new Refusal('encoding-unknown', 'Bodies are plain or gzip.', 415)
    const unpacked = createGunzip()
    let received = 0
    payload.on('data', (chunk: Buffer) => {
      received += chunk.length
      // Fastify holds both counts against the route's limit, and stops reading at the first that is over.
      Object.assign(unpacked, { receivedEncodedLength: received })
    })
    payload.on('error', error => unpacked.destroy(error))
    unpacked.on('error', error => Object.assign(error, { statusCode: 400 }))
    delete request.headers['content-length']
    return payload.pipe(unpacked)
  })
}
