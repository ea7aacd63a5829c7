/**
 * A server whose clock is far behind what it has been would stamp and order things wrongly: it answers nothing until the clock is right
 * again, or the operator says that it is right now (SYNC.md section 3).
 */
import type { Control } from '#server/db/control.ts'
import type { Clock } from '#shared/domain/ids.ts'

export const MOST_BEHIND_MS = 60_000
const LOOK_EVERY_MS = 2000

export interface ClockGuard {
  /** How far the clock is behind the greatest time recorded, if that is too far; else null. */
  behindMs(): number | null
  /** Looks at what all servers of this cloud recorded, and records our own time. */
  look(): Promise<void>
  start(): Promise<void>
  stop(): void
}

interface Needs {
  readonly control: Control
  readonly clock: Clock
  readonly onBehind: (ms: number) => void
  readonly onTrouble: (error: unknown, doing: string) => void
}

export function createClockGuard(needs: Needs): ClockGuard {
  let greatest = 0
  let timer: NodeJS.Timeout | undefined

  const behindMs = (): number | null => {
    const behind = greatest - needs.clock.now()
    return behind > MOST_BEHIND_MS ? behind : null
  }

  async function look(): Promise<void> {
    const now = needs.clock.now()
    const { greatest_time } = await needs.control
      .updateTable('server_clock')
      .set(eb => ({
        greatest_time: eb.fn<number>('greatest', ['greatest_time', eb.cast<number>(eb.val(now), 'bigint')]),
      }))
      .returning('greatest_time')
      .executeTakeFirstOrThrow()
    greatest = greatest_time
    const behind = behindMs()
    if (behind !== null) needs.onBehind(behind)
  }

  return {
    behindMs,
    look,
    async start() {
      await look()
      timer = setInterval(() => look().catch(error => needs.onTrouble(error, 'looking at the clock')), LOOK_EVERY_MS)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}

/** The operator says that the clock is right as it is now: what was recorded later than that is forgotten. */
export async function acceptClock(control: Control, clock: Clock): Promise<void> {
  await control.updateTable('server_clock').set({ greatest_time: clock.now() }).execute()
  await control
    .insertInto('audit_log')
    .values({
      actor: 'operator',
      action: 'clock-accept',
      detail: JSON.stringify({ now: clock.now() }),
      tenant_id: null,
    })
    .execute()
}
