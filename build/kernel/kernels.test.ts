import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KERNELS_FILE, kernelsText } from './compile.ts'

test('the kernels that are kept are, byte for byte, what their source compiles to', async () => {
  expect(readFileSync(KERNELS_FILE, 'utf8')).toBe(await kernelsText())
})
