import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { UpdateState } from '#shared/contract/host.ts'
import { connectShell, type Shell } from '#renderer/host/bobbin.ts'
import '#renderer/i18n/i18n.ts'

const toast = vi.hoisted(() => vi.fn())
vi.mock('#renderer/ui/toast.tsx', () => ({ toast }))
const { followUpdates, lookForUpdate } = await import('./updates-store.ts')

let tell: (update: UpdateState) => void
let answer: UpdateState
const update = (state: UpdateState['state'], version: string | null = null): UpdateState => ({
  state,
  version,
  lookedAt: 1,
  automatic: true,
})

function connect(updates = true) {
  const call = vi.fn(async () => answer)
  const host = {
    call,
    on(_name: string, listener: typeof tell) {
      tell = listener
      return () => {}
    },
  }
  connectShell({ capabilities: { updates }, host } as unknown as Shell)
  const stop = followUpdates()
  onTestFinished(stop)
  return call
}

const said = () => toast.mock.calls.map(([words]) => words as string)

beforeEach(() => {
  toast.mockClear()
  answer = update('idle')
})

describe('a newer version', () => {
  test('is said once and quietly, however often it is told', () => {
    connect()
    tell(update('fetching', '2.0.0'))
    for (let times = 0; times < 3; times++) tell(update('ready', '2.0.0'))
    expect(said()).toEqual(['A newer Bobbin is ready. It installs when you close this one.'])
  })

  test('that was ready before the window listened is said as well', async () => {
    answer = update('ready', '3.0.0')
    connect()
    await vi.waitFor(() => expect(said()).toHaveLength(1))
  })

  test('that could not be looked for by itself is nothing to speak of', () => {
    connect()
    tell(update('failed'))
    expect(said()).toEqual([])
  })

  test('is never asked for where the shell brings none', () => {
    expect(connect(false)).not.toHaveBeenCalled()
  })
})

test.each<[UpdateState, string]>([
  [update('newest'), 'This is the newest Bobbin.'],
  [update('fetching', '4.0.0'), 'Bobbin 4.0.0 is on its way. You can keep working.'],
  [update('failed'), 'Bobbin could not look for a newer one. You may be offline. It tries again by itself.'],
])('when she asks she hears what came of it: %s', async (found, words) => {
  connect()
  answer = found
  await lookForUpdate()
  expect(said()).toEqual(['Looking for a newer Bobbin.', words])
})
