import { expect, test } from 'vitest'
import { secondsFor } from './figures.ts'
import { firstPlan } from '#shared/domain/quilt-plan.ts'
import { MM_PER_YARD, spoolsFor, threadFor } from './thread.ts'

const { sewing } = firstPlan(100)

test('each thread of a lockstitch goes along the line and through the quilt and back at every stitch, and a tenth is waste', () => {
  // 10 inches at 10 stitches an inch through a tenth of an inch: 10 * (1 + 0.1 * 10) = 20 inches.
  const { upperMm, bobbinMm } = threadFor(254, { stitchesPerInch: 10, thicknessMm: 2.54 })
  expect(upperMm).toBeCloseTo(508 * 1.1, 9)
  expect(bobbinMm).toBe(upperMm)
})

test('so many spools are bought that the thread is enough', () => {
  expect(spoolsFor(0, 3_000 * MM_PER_YARD)).toBe(1)
  expect(spoolsFor(3_000 * MM_PER_YARD, 3_000 * MM_PER_YARD)).toBe(1)
  expect(spoolsFor(3_001 * MM_PER_YARD, 3_000 * MM_PER_YARD)).toBe(2)
})

test('1,800 stitches are a minute at 1,800 a minute; every stop and every jump takes its time', () => {
  const inches180 = 180 * 25.4
  expect(secondsFor({ stitchedMm: inches180, travelMm: 0, stops: 0 }, sewing)).toBeCloseTo(60, 9)
  expect(secondsFor({ stitchedMm: inches180, travelMm: 500, stops: 2 }, sewing)).toBeCloseTo(60 + 5 + 40, 9)
})
