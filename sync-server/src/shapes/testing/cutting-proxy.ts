/** A wire that can be cut: passes bytes on both ways and breaks a connection after so many bytes of the answer. */
import { connect, createServer, type Socket } from 'node:net'

export interface CuttingProxy {
  readonly url: string
  /** The next connection breaks after so many bytes came back from the server. */
  cutAfter(bytes: number): void
  /** How many connections were cut so far. */
  cuts(): number
  close(): Promise<void>
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let next: number | null = null
  let cuts = 0

  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    const limit = next
    next = null
    let passed = 0
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (chunk: Buffer) => {
      if (limit === null || passed + chunk.length < limit) {
        passed += chunk.length
        near.write(chunk)
        return
      }
      cuts += 1
      // Written out and then gone: what came before the cut has arrived.
      near.end(chunk.subarray(0, Math.max(0, limit - passed)), () => far.destroy())
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cutAfter(bytes) {
      next = bytes
    },
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise(done => server.close(done))
    },
  }
}
