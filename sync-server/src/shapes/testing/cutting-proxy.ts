/** A wire that can be cut: passes bytes on both ways and breaks a connection after so many bytes of the answer. */
import { connect, createServer, type Socket } from 'node:net'

export interface Cut {
  /** No longer wanted, if it has not happened. */
  forget(): void
}

export interface CuttingProxy {
  readonly url: string
  /** Whichever connection carries the byte after so many more from the server is cut before it. */
  cutAfter(bytes: number): Cut
  cuts(): number
  /** Bytes that came from the server so far. */
  passed(): number
  close(): Promise<void>
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let left: number | null = null
  let cuts = 0
  let passed = 0

  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (chunk: Buffer) => {
      if (near.writableEnded) return
      passed += chunk.length
      if (left === null || chunk.length <= left) {
        if (left !== null) left -= chunk.length
        near.write(chunk)
        return
      }
      const last = chunk.subarray(0, left)
      left = null
      cuts += 1
      // Written out and then gone: what came before the cut has arrived.
      near.end(last, () => far.destroy())
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cutAfter(bytes) {
      left = bytes
      return {
        forget() {
          left = null
        },
      }
    },
    passed: () => passed,
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise(done => server.close(done))
    },
  }
}
