import { expect, test } from 'vitest'
import { placeOf, urlOf } from './connect.ts'

test('a connection text is encrypted when it says so, and says so again', () => {
  const open = 'postgres://rose:p%40ss@10.0.0.4:5433/postgres'
  expect(urlOf(placeOf(open))).toBe(open)
  expect(placeOf(`${open}?sslmode=disable`).ssl).toBeUndefined()
  for (const mode of ['require', 'verify-ca', 'verify-full'])
    expect(urlOf(placeOf(`${open}?sslmode=${mode}`))).toBe(`${open}?sslmode=verify-full`)
  expect(placeOf(`${open}?sslmode=require`).ssl).toEqual({ rejectUnauthorized: true })
})
