import { expect, test } from 'vitest'
import { bucketHashes } from '#shared/sync/digest.ts'
import { uuidV7 } from '#shared/domain/ids.ts'
import { commit } from '#library/db/commit.ts'
import { tempStore } from '#library/testing/sync-parts.ts'

const MANY = 400
const going = new AbortController().signal

async function withPatterns() {
  const temp = await tempStore()
  const changes = Array.from({ length: MANY }, (_, count) => ({
    table: 'pattern' as const,
    id: uuidV7(temp.clock, temp.random),
    set: { name: `Feather ${count}`, kind: 'border', state: 'readable' },
  }))
  commit(temp, { label: 'import', args: {}, changes })
  return { temp, ids: changes.map(({ id }) => id) }
}

test('compared in steps, everything here gives the same hashes as in one go, and whoever asks meanwhile is answered', async () => {
  const { temp } = await withPatterns()
  let answered = 0
  const asking = setInterval(() => answered++, 0)
  const hashes = await temp.store.digest(going)
  clearInterval(asking)
  expect(hashes).toEqual(temp.store.read(port => bucketHashes(port.everyRecord())))
  expect(answered).toBeGreaterThan(0)
})

test('what the cloud refused is left out: it is not the cloud’s', async () => {
  const { temp, ids } = await withPatterns()
  const key = { table: 'pattern', id: ids[0]! }
  temp.store.transaction(port =>
    port.putEntries(
      port.entriesOf(key).map(entry => ({ ...entry, held: { outcome: 'refused', code: 'c', message: 'm', at: 1 } })),
    ),
  )
  const others = temp.store.read(port => [...port.everyRecord()].filter(({ id }) => id !== key.id))
  expect(await temp.store.digest(going)).toEqual(bucketHashes(others))
})
