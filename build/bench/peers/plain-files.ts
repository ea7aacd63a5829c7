// What carries files without knowing anything of them: a Node server that writes what is PUT and reads what is asked.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export async function startPlainPeer(dir: string): Promise<{ url: string; close(): Promise<void> }> {
  await mkdir(dir, { recursive: true })
  const server = createServer((request, response) => {
    const file = join(dir, basename(request.url ?? ''))
    const work =
      request.method === 'PUT'
        ? pipeline(request, createWriteStream(file)).then(() => void response.end())
        : pipeline(createReadStream(file), response)
    work.catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
