import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface UpdateServer {
  readonly url: string
  /** Paths asked for, without what keeps caches away. */
  readonly asked: string[]
  /** What the next look finds. */
  publish(release: Release): void
  close(): Promise<void>
}

export interface Release {
  readonly version: string
  readonly program: Buffer
  /** Of a hundred computers so many get it. */
  readonly stagingPercentage?: number
  /** As a release that was damaged on its way to the server. */
  readonly sha512?: string
}

/** A place on 127.0.0.1 where newer versions are published, as a plain web server holds them. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const files = new Map<string, Buffer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname
    asked.push(path)
    const file = files.get(path)
    response.writeHead(file ? 200 : 404, file ? { 'content-length': file.length } : {}).end(file)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    publish({ version, program, stagingPercentage, sha512 = hashOf(program) }) {
      const name = `Bobbin-${version}.AppImage`
      files.set(`/${name}`, program)
      const channel = [
        `version: ${version}`,
        'files:',
        `  - url: ${name}`,
        `    sha512: ${sha512}`,
        `    size: ${program.length}`,
        `path: ${name}`,
        `sha512: ${sha512}`,
        "releaseDate: '2026-11-21T12:00:00.000Z'",
        ...(stagingPercentage === undefined ? [] : [`stagingPercentage: ${stagingPercentage}`]),
        '',
      ].join('\n')
      for (const channelFile of ['latest', 'latest-linux', 'latest-mac']) {
        files.set(`/${channelFile}.yml`, Buffer.from(channel))
      }
    },
    async close() {
      server.closeAllConnections()
      await new Promise<void>(closed => server.close(() => closed()))
    },
  }
}

function hashOf(program: Buffer): string {
  return createHash('sha512').update(program).digest('base64')
}
