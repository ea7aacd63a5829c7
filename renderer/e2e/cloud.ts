/** A real cloud for stories of several computers: its own Postgres, real HTTP on 127.0.0.1, mails that are read here, and lines that can be cut. */
import { createServer, type AddressInfo, type Socket, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Mail } from '#server/services/mail.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'

export interface StoryCloud {
  /** The next code that is mailed to this address, as the mail writes it. */
  codeFor(email: string): Promise<string>
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

/** Mails are sent behind the answer. */
const MAIL_TURNS = 200
const MAIL_TURN_MS = 50

export async function startStoryCloud(): Promise<StoryCloud> {
  const postgres = await startTestPostgres()
  let cloud = await begin(postgres, 0)
  const port = Number(new URL(cloud.url).port)
  const read = new Set<Mail>()
  const codes: { readonly to: string; readonly code: string }[] = []

  /** Every code is handed out once: the one after it is another mail. */
  function takeCode(email: string): string | null {
    for (const mail of cloud.mails) {
      if (read.has(mail)) continue
      read.add(mail)
      const code = /^(\S+) is your code/.exec(mail.subject)?.[1]
      if (code) codes.push({ to: mail.to, code })
    }
    const at = codes.findIndex(one => one.to === email)
    return at < 0 ? null : codes.splice(at, 1)[0]!.code
  }

  return {
    async codeFor(email) {
      for (let turn = 0; turn < MAIL_TURNS; turn++) {
        const code = takeCode(email)
        if (code !== null) return code
        await setTimeout(MAIL_TURN_MS)
      }
      throw new Error(`no code was mailed to ${email}`)
    },
    line: () => startLine(port),
    async kill() {
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
