import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { DEVICE, visitorAt } from '#server/testing/visitor.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let cloud: TestCloud
let now = Date.parse('2027-03-01T09:00:00Z')
let turn = 0
let email = ''

beforeAll(async () => {
  const config = {
    isSignUpOpen: false,
    invited: ['@guild.example', 'rose@example.org'],
    signUpsPerAddress: 2,
    signUpsPerDay: 3,
  }
  cloud = await startTestCloud({ clock: { now: () => now }, config })
})
afterAll(() => cloud?.close())
beforeEach(() => {
  turn += 1
  email = `quilter${turn}@guild.example`
  now += 25 * HOUR
})

const at = (place: number) => visitorAt(cloud, `10.1.${turn}.${place}`)
const guess = (place: number, whose: string, code = 'CCCC-CCCC') =>
  at(place).ask('POST', '/v1/auth/sign-in', { body: { email: whose, code, device: DEVICE } })

describe('guessing', () => {
  test('ten wrong codes from one address, then that address has to wait; her own code still signs her in elsewhere', async () => {
    await at(1).ask('POST', '/v1/auth/code', { body: { email } })
    const answers: number[] = []
    for (let guesses = 0; guesses < 12; guesses++) answers.push((await guess(1, email)).status)
    expect(answers).toEqual([...Array<number>(10).fill(403), 429, 429])
    const right = at(2).codeFor(email)
    const refused = await guess(1, email, right)
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many-tries' } } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await guess(2, email, right)).status).toBe(200)
  })

  test('from many addresses: a code is worth nothing after twenty wrong ones, and a mailbox takes forty an hour', async () => {
    await at(1).ask('POST', '/v1/auth/code', { body: { email } })
    const right = at(1).codeFor(email)
    for (let guesses = 0; guesses < 20; guesses++) await guess(10 + guesses, email)
    expect((await guess(1, email, right)).status).toBe(403)
    for (let guesses = 21; guesses < 40; guesses++) expect((await guess(10 + guesses, email)).status).toBe(403)
    expect((await guess(2, email)).status).toBe(429)
    now += HOUR
    expect((await guess(2, email)).status).toBe(403)
  })

  test('a right code does not count as a guess', async () => {
    for (let times = 0; times < 6; times++) await at(1).signIn(email)
    now += HOUR
    for (let times = 0; times < 6; times++) await at(1).signIn(email)
  })

  test('pairing codes, too', async () => {
    const answers: number[] = []
    for (let guesses = 0; guesses < 12; guesses++) {
      answers.push((await at(1).ask('POST', '/v1/auth/pair', { body: { code: 'CCC-CCC-CCC', device: DEVICE } })).status)
    }
    expect(answers).toEqual([...Array<number>(10).fill(403), 429, 429])
  })
})

describe('mail', () => {
  test('nobody’s mailbox is flooded, however her e-mail is tagged', async () => {
    const answers: number[] = []
    for (let mails = 0; mails < 8; mails++) {
      const tagged = email.replace('@', `+${mails}@`)
      answers.push((await at(mails).ask('POST', '/v1/auth/code', { body: { email: tagged } })).status)
    }
    expect(answers).toEqual([...Array<number>(6).fill(200), 429, 429])
  })

  test('one address cannot write to the whole world', async () => {
    const answers = new Set<number>()
    for (let mails = 0; mails < 60; mails++) {
      const body = { email: `somebody${mails}@turn${turn}.example` }
      answers.add((await at(1).ask('POST', '/v1/auth/code', { body })).status)
    }
    expect([...answers]).toEqual([200])
    expect((await at(1).ask('POST', '/v1/auth/code', { body: { email } })).status).toBe(429)
  })
})

describe('signing up where it is by invitation', () => {
  test('the answer is the same for everybody, and the letter alone says how it is', async () => {
    const stranger = `stranger${turn}@elsewhere.example`
    const one = await at(1).ask('POST', '/v1/auth/code', { body: { email: stranger } })
    const other = await at(1).ask('POST', '/v1/auth/code', { body: { email } })
    expect(one.status).toBe(200)
    expect({ ...one, headers: plain(one.headers) }).toEqual({ ...other, headers: plain(other.headers) })
    expect(cloud.mails.findLast(mail => mail.to === stranger)?.text).toContain('by invitation')
    expect(at(1).codeFor(stranger)).toBe('')
    expect(at(1).codeFor(email)).not.toBe('')
  })

  test('a code the operator made signs up all the same', async () => {
    const stranger = `friend${turn}@elsewhere.example`
    expect((await guess(1, stranger, await cloud.signInCode(stranger))).body).toMatchObject({ isNew: true })
  })

  test('so many a day from one address, and so many in all; her code is not used up by that', async () => {
    const asked = (place: number, who: number) => async () => {
      const whose = `new${who}-${turn}@guild.example`
      await at(place).ask('POST', '/v1/auth/code', { body: { email: whose } })
      return (await guess(place, whose, at(place).codeFor(whose))).status
    }
    expect([await asked(1, 1)(), await asked(1, 2)(), await asked(1, 3)()]).toEqual([200, 200, 429])
    expect([await asked(2, 4)(), await asked(3, 5)()]).toEqual([200, 429])
    // Whoever has an account already is not held up.
    expect(await asked(1, 1)()).toBe(200)
    const whose = `new5-${turn}@guild.example`
    const code = at(1).codeFor(whose)
    now += 10 * MINUTE
    expect((await guess(3, whose, code)).status).toBe(429)
  })
})

test('nothing of who tried, and no code, stands in the database in clear', async () => {
  await at(1).ask('POST', '/v1/auth/code', { body: { email } })
  await guess(1, email)
  const { control } = cloud.cloud.deps
  const attempts = JSON.stringify(await control.selectFrom('attempt').selectAll().execute())
  expect(attempts).not.toContain(Buffer.from(`10.1.${turn}.1`).toString('hex'))
  const codes = await control.selectFrom('sign_in_code').selectAll().where('email', '=', email).execute()
  const code = at(1).codeFor(email).replace('-', '')
  expect(codes).toHaveLength(1)
  expect(JSON.stringify(codes) + codes[0]!.hash.toString('latin1')).not.toContain(code)
})

describe('the address a request comes from', () => {
  const guesses = async (whose: TestCloud, how: (guess: number) => string): Promise<number[]> => {
    const answers: number[] = []
    for (let number = 0; number < 12; number++) {
      const headers = { 'x-forwarded-for': how(number) }
      const body = { email: `forwarded${number}-${turn}@guild.example`, code: 'CCCC-CCCC', device: DEVICE }
      const told = await visitorAt(whose, '10.7.0.1').ask('POST', '/v1/auth/sign-in', { body, headers })
      answers.push(told.status)
    }
    return answers
  }
  const TEN_THEN_NONE = [...Array<number>(10).fill(403), 429, 429]

  test('is what the connection says: nobody gets more guesses by writing other addresses into a header', async () => {
    expect(await guesses(cloud, number => `203.0.113.${number}`)).toEqual(TEN_THEN_NONE)
  })

  test('behind a proxy that is trusted it is what that proxy saw, whatever was written before', async () => {
    const behind = await startTestCloud({ config: { trustedProxies: ['10.7.0.0/24'] } })
    try {
      expect(await guesses(behind, number => `198.51.100.${number}`)).toEqual(Array<number>(12).fill(403))
      expect(await guesses(behind, number => `198.51.100.${number}, 203.0.113.7`)).toEqual(TEN_THEN_NONE)
    } finally {
      await behind.close()
    }
  })
})

/** Headers without those that are each request's own. */
function plain(headers: Readonly<Record<string, unknown>>): object {
  const {
    'bobbin-request': _id,
    date: _date,
    'x-ratelimit-remaining': _left,
    'x-ratelimit-reset': _reset,
    ...rest
  } = headers
  return rest
}
