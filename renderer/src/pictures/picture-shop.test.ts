import { expect, test } from 'vitest'
import { type Closable, createPictureShop, type PictureWish } from './picture-shop.ts'

function fakeBitmap(size = 100): Closable & { closed: boolean } {
  return {
    width: size,
    height: size,
    closed: false,
    close() {
      this.closed = true
    },
  }
}

const wish = (key: string, size = 100): PictureWish => ({ key, kind: 'sketch', width: size, height: size, colour: '' })
const settle = () => new Promise(resolve => setTimeout(resolve, 0))

/** A shop whose drawings are finished by hand. */
function slowShop() {
  const started: string[] = []
  const finish = new Map<string, () => void>()
  const shop = createPictureShop(
    ({ key, width }) =>
      new Promise<(Closable & { closed: boolean }) | null>(resolve => {
        started.push(key)
        finish.set(key, () => resolve(fakeBitmap(width)))
      }),
  )
  return { shop, started, finish: (key: string) => finish.get(key)?.() }
}

test('the newest wish is drawn first, twelve at a time', async () => {
  const { shop, started } = slowShop()
  for (let index = 0; index < 30; index++) shop.want(wish(`p${index}`), () => {})
  await settle()
  expect(started).toHaveLength(12)
  expect(started.slice(0, 3)).toEqual(['p29', 'p28', 'p27'])
})

test('a wish nobody waits for any more is never drawn', async () => {
  const { shop, started, finish } = slowShop()
  const releases = Array.from({ length: 40 }, (_, index) => shop.want(wish(`gone${index}`), () => {}))
  await settle()
  for (const release of releases) release()
  shop.want(wish('here'), () => {})
  for (const key of started.slice()) finish(key)
  await settle()
  expect(started).toContain('here')
  expect(started).toHaveLength(13)
})

test('two who wish for the same picture get one drawing', async () => {
  const { shop, started, finish } = slowShop()
  let told = 0
  shop.want(wish('same'), () => told++)
  shop.want(wish('same'), () => told++)
  await settle()
  finish('same')
  await settle()
  expect(started).toEqual(['same'])
  expect(told).toBe(2)
  expect(shop.get(wish('same'))).toBeDefined()
})

test('at most 600 pictures are kept; the one longest out of sight is let go and closed', async () => {
  const made = new Map<string, ReturnType<typeof fakeBitmap>>()
  const shop = createPictureShop(async ({ key }) => {
    const bitmap = fakeBitmap(1)
    made.set(key, bitmap)
    return bitmap
  })
  for (let index = 0; index < 600; index++) shop.want(wish(`p${index}`, 1), () => {})
  await settle()
  expect(shop.get(wish('p0', 1))).toBeDefined()
  shop.want(wish('one more', 1), () => {})
  await settle()
  expect([...made.values()].filter(bitmap => bitmap.closed)).toHaveLength(1)
  expect(made.get('p0')?.closed).toBe(false)
})

test('pictures that are very large are let go before they fill the memory', async () => {
  const made: ReturnType<typeof fakeBitmap>[] = []
  const shop = createPictureShop(async () => {
    const bitmap = fakeBitmap(2000)
    made.push(bitmap)
    return bitmap
  })
  for (let index = 0; index < 40; index++) {
    shop.want(wish(`p${index}`, 2000), () => {})
    await settle()
  }
  const keptBytes = made.filter(bitmap => !bitmap.closed).length * 2000 * 2000 * 4
  expect(keptBytes).toBeLessThanOrEqual(192 * 1024 * 1024)
})

test('a picture that could not be drawn for want of the core can be wished for again', async () => {
  let tries = 0
  const shop = createPictureShop<Closable>(async () => {
    if (++tries === 1) throw new Error('the core is gone')
    return fakeBitmap()
  })
  shop.want(wish('p'), () => {})
  await settle()
  let told = false
  shop.want(wish('p'), () => {
    told = true
  })
  await settle()
  expect(told).toBe(true)
})

test('a picture that changed is drawn again, the others stay', async () => {
  const shop = createPictureShop(async ({ width }) => fakeBitmap(width))
  for (const key of ['changed', 'same']) shop.want(wish(key), () => {})
  await settle()
  shop.forget(new Set(['changed']))
  expect(shop.get(wish('changed'))).toBeUndefined()
  expect(shop.get(wish('same'))).toBeDefined()
})
