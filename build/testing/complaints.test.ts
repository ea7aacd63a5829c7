import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'renderer/e2e/COMPLAINTS.md'), 'utf8')

/** `file › name of the test`, up to the next one, the end of the cell, or a sentence that follows. */
const NAMED = /`([^`]+\.(?:test|spec)\.ts)` › (.+?)(?=; `| \||\. [A-Z])/g

test('each of the fifteen complaints has a line', () => {
  const numbers = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
})

test('every test named there exists', () => {
  const named = [...page.matchAll(NAMED)].map(([, file = '', name = '']) => ({ file, name: name.trim() }))
  expect(named.length).toBeGreaterThanOrEqual(15)
  const missing = named.filter(({ file, name }) => !readFileSync(join(root, file), 'utf8').includes(name))
  expect(missing).toEqual([])
})
