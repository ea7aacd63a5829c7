/** A real cloud for stories of several computers: its own Postgres, real HTTP on 127.0.0.1, mails that are read here, and lines that can be cut. */
import { createServer, type AddressInfo, type Socket, connect } from 'node:net'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'

export interface StoryCloud {
  /** The newest code that was mailed to this address, as the mail writes it. */
  codeFor(email: string): string
  /** A line of its own for one computer; its address is the cloud's for that computer. */
  line(): Promise<Line>
  /** Ends it in the middle of whatever it does, without a word to anybody. */
  kill(): Promise<void>
  /** The same cloud again: same database, same address. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface Line {
  readonly url: string
  /** Nothing goes through any more, and what was on its way is lost. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function startStoryCloud(): Promise<StoryCloud> {
  const postgres = await startTestPostgres()
  let cloud = await begin(postgres, 0)
  const port = Number(new URL(cloud.url).port)
  const mailed = new Map<string, string>()

  function readMails(): void {
    for (const { to, subject } of cloud.mails) {
      const code = /^(\S+) is your code/.exec(subject)?.[1]
      if (code) mailed.set(to, code)
    }
  }

  return {
    codeFor(email) {
      readMails()
      const code = mailed.get(email)
      if (!code) throw new Error(`no code was mailed to ${email}`)
      return code
    },
    line: () => startLine(port),
    async kill() {
      readMails()
      cloud.cloud.app.server.closeAllConnections()
      await cloud.close()
    },
    async restart() {
      cloud = await begin(postgres, port)
    },
    async close() {
      await cloud.close()
      await postgres.stop()
    },
  }
}

function begin(postgres: TestPostgres, port: number): Promise<TestCloud> {
  return startTestCloud({ postgres, config: { port } })
}

async function startLine(port: number): Promise<Line> {
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
