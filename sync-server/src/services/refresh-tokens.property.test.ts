/** A sign-in over a network that loses, repeats and delays, and one that somebody copied. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refreshed, SignedIn } from '#shared/sync/auth.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'

const SECOND = 1_000
const DEVICE = { name: 'Laptop', platform: 'linux', stampId: null }

let cloud: TestCloud
let now = Date.now()
beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now } })
})
afterAll(() => cloud?.close())

let people = 0
async function signedIn(): Promise<SignedIn> {
  people += 1
  const email = `somebody${people % 4}@example.org`
  const code = await cloud.signInCode(email)
  return cloud.cloud.deps.whoIsWho.signIn.byCode({ email, code, device: DEVICE }, `10.6.${people >> 8}.${people & 255}`)
}

async function refresh(token: string): Promise<Refreshed | null> {
  return cloud.cloud.deps.whoIsWho.signIn.refresh(token, null).catch((error: { status?: number }) => {
    if (error.status !== 401) throw error
    return null
  })
}

/** One asking: how many copies of it the server sees at once, whether its answer comes, and a copy that comes later. */
const anAsking = fc.record({
  copies: fc.integer({ min: 1, max: 3 }),
  isAnswered: fc.boolean(),
  echoAfter: fc.option(fc.integer({ min: 1, max: 3 })),
  pauseSeconds: fc.constantFrom(0, 5, 18),
})

const budget = process.env.BOBBIN_SOAK ? 400 : 12

test('no loss, repetition or delay within a minute signs anybody out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAsking, { minLength: 3, maxLength: 12 }), async askings => {
      let held = (await signedIn()).refreshToken
      const echoes: { at: number; token: string }[] = []
      for (const [turn, { copies, isAnswered, echoAfter, pauseSeconds }] of askings.entries()) {
        for (const echo of echoes.filter(({ at }) => at === turn)) await refresh(echo.token)
        const asked = held
        const answers = await Promise.all(Array.from({ length: copies }, () => refresh(asked)))
        expect(answers).not.toContain(null)
        if (isAnswered) held = answers.at(-1)!.refreshToken
        if (echoAfter !== null) echoes.push({ at: turn + echoAfter, token: asked })
        now += pauseSeconds * SECOND
      }
      expect(await refresh(held)).not.toBeNull()
    }),
    { numRuns: budget },
  )
})

test('of two that hold one sign-in, both are signed out as soon as each has gone on by itself', async () => {
  const aStep = fc.constantFrom<'hers' | 'thiefs'>('hers', 'thiefs')
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 10 }), async steps => {
      const { refreshToken } = await signedIn()
      const held: Record<'hers' | 'thiefs', string | null> = { hers: refreshToken, thiefs: refreshToken }
      for (const who of [...steps, 'hers', 'thiefs', 'hers', 'thiefs', 'hers', 'thiefs'] as const) {
        // A quarter of an hour between two askings of one of them.
        now += 15 * 60 * SECOND
        const token = held[who]
        if (token !== null) held[who] = (await refresh(token))?.refreshToken ?? null
      }
      expect(held).toEqual({ hers: null, thiefs: null })
    }),
    { numRuns: budget },
  )
})
