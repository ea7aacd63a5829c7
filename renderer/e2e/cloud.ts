/** A real cloud for stories of several computers: its own Postgres, real HTTP on 127.0.0.1, mails that are read here, days that pass when told. */
import { setTimeout } from 'node:timers/promises'
import type { Mail } from '#server/services/mail.ts'
import { startTestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import { type Line, startLine } from './line.ts'

export interface StoryCloud {
  /** The next code that is mailed to this address, as the mail writes it. */
  codeFor(email: string): Promise<string>
  /** A line of its own for one computer; its address is the cloud's for that computer. */
  line(): Promise<Line>
  /** Its time and its computers', milliseconds since 1970 UTC. */
  now(): number
  close(): Promise<void>
}

/** Where whole days go by; the nights between them are run. */
export interface PassingCloud extends StoryCloud {
  passDays(days: number): Promise<void>
}

const DAY_MS = 24 * 60 * 60_000
/** Mails are sent behind the answer. */
const MAIL_TURNS = 200
const MAIL_TURN_MS = 50

/** The same code is handed out once: the one after it is another mail. */
export async function nextCode(take: () => Promise<string | null>, email: string): Promise<string> {
  for (let turn = 0; turn < MAIL_TURNS; turn++) {
    const code = await take()
    if (code !== null) return code
    await setTimeout(MAIL_TURN_MS)
  }
  throw new Error(`no code was mailed to ${email}`)
}

/** The code in a mail's subject; null: it is another mail. */
export function codeIn(subject: string): string | null {
  return /^(\S+) is your code/.exec(subject)?.[1] ?? null
}

export async function startStoryCloud(): Promise<PassingCloud> {
  const postgres = await startTestPostgres()
  let aheadMs = 0
  const now = () => Date.now() + aheadMs
  const cloud = await startTestCloud({ postgres, clock: { now } })
  const port = Number(new URL(cloud.url).port)
  const read = new Set<Mail>()
  const codes: { readonly to: string; readonly code: string }[] = []

  async function takeCode(email: string): Promise<string | null> {
    for (const mail of cloud.mails) {
      if (read.has(mail)) continue
      read.add(mail)
      const code = codeIn(mail.subject)
      if (code !== null) codes.push({ to: mail.to, code })
    }
    const at = codes.findIndex(one => one.to === email)
    return at < 0 ? null : codes.splice(at, 1)[0]!.code
  }

  return {
    codeFor: email => nextCode(() => takeCode(email), email),
    line: () => startLine(port),
    now,
    async passDays(days) {
      for (let day = 0; day < days; day++) {
        aheadMs += DAY_MS
        await cloud.cloud.deps.nights.runDue()
      }
    },
    async close() {
      await cloud.close()
      await postgres.stop()
    },
  }
}
