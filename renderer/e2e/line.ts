/** One computer's line to a cloud: it can be cut and mended. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Line {
  /** The cloud's address for this computer. */
  readonly url: string
  /** Nothing goes through any more, and what was on its way is lost. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** A line to what listens there on 127.0.0.1, now and later. */
export async function startLine(port: number): Promise<Line> {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer(near => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const end = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      end()
    },
    mend() {
      isCut = false
    },
    async close() {
      end()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
