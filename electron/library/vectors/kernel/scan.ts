// AssemblyScript, compiled by build/kernel/compile.ts into kernels.ts beside this file. One memory, laid out in layout.ts.
//
// A row is 192 signed bytes (three parts of 64), then four 32-bit numbers: the sum of each part and the row's pattern. Its score is
// the sum over the parts of weight x dot product with the query: whole numbers throughout, so that every variant gives the same.

const ROWS: usize = 1024
const STRIDE: usize = 208
const PART: usize = 64
const TAIL: usize = 192
const SEQ: usize = 204
/** The query as 16-bit numbers; as bytes with 64 added to each; the weights, four times each; the weights of the sums. */
const QUERY: usize = 0
const SHIFTED: usize = 384
const WEIGHTS: usize = 576
const SUM_WEIGHTS: usize = 624

/** Whether the pattern is let through; asked only of rows that would otherwise be among the best. */
declare function passes(seq: i32): i32

/**
 * Writes the `most` best of the first `count` rows to `best`, best first, as 64-bit keys: the score above, 2^31 - 1 less the pattern's
 * number below, so that of equal scores the smaller number comes first. Answers how many there are.
 */
export function scan(count: i32, most: i32, filtered: i32, best: usize): i32 {
  let found = 0
  let row = ROWS
  const end = ROWS + <usize>count * STRIDE
  for (; row < end; row += STRIDE) found = offer(score(row), load<i32>(row, SEQ), found, most, filtered, best)
  sort(best, found)
  return found
}

/** The same for a query within -64 … 63, which the relaxed instruction can take whole. */
export function scanShifted(count: i32, most: i32, filtered: i32, best: usize): i32 {
  let found = 0
  let row = ROWS
  const end = ROWS + <usize>count * STRIDE
  for (; row < end; row += STRIDE) found = offer(shiftedScore(row), load<i32>(row, SEQ), found, most, filtered, best)
  sort(best, found)
  return found
}

/** Row by row, for the tests that compare variants. */
export function scoreOf(index: i32): i32 {
  return score(ROWS + <usize>index * STRIDE)
}

export function shiftedScoreOf(index: i32): i32 {
  return shiftedScore(ROWS + <usize>index * STRIDE)
}

function score(row: usize): i32 {
  if (ASC_FEATURE_SIMD) {
    let total = i32x4.splat(0)
    let query = QUERY
    for (let part: usize = 0; part < 3; part++) {
      let sum = i32x4.dot_i16x8_s(v128.load_ext<i8>(row), v128.load(query))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 8), v128.load(query, 16)))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 16), v128.load(query, 32)))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 24), v128.load(query, 48)))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 32), v128.load(query, 64)))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 40), v128.load(query, 80)))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 48), v128.load(query, 96)))
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 56), v128.load(query, 112)))
      total = i32x4.add(total, i32x4.mul(sum, v128.load(WEIGHTS + (part << 4))))
      row += PART
      query += PART * 2
    }
    return across(total)
  }
  let total = 0
  for (let part: usize = 0; part < 3; part++) {
    const from = part * PART
    let sum = 0
    for (let at = from; at < from + PART; at += 4) {
      sum += <i32>load<i8>(row + at) * <i32>load<i16>(QUERY + at * 2)
      sum += <i32>load<i8>(row + at, 1) * <i32>load<i16>(QUERY + at * 2, 2)
      sum += <i32>load<i8>(row + at, 2) * <i32>load<i16>(QUERY + at * 2, 4)
      sum += <i32>load<i8>(row + at, 3) * <i32>load<i16>(QUERY + at * 2, 6)
    }
    total += sum * load<i32>(WEIGHTS + (part << 4))
  }
  return total
}

/** Multiplied with the query plus 64; 64 times the row's sums taken off again. */
function shiftedScore(row: usize): i32 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    let total = i32x4.mul(v128.load(row, TAIL), v128.load(SUM_WEIGHTS))
    let query = SHIFTED
    for (let part: usize = 0; part < 3; part++) {
      let sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(row), v128.load(query), i32x4.splat(0))
      sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(row, 16), v128.load(query, 16), sum)
      sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(row, 32), v128.load(query, 32), sum)
      sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(row, 48), v128.load(query, 48), sum)
      total = i32x4.add(total, i32x4.mul(sum, v128.load(WEIGHTS + (part << 4))))
      row += PART
      query += PART
    }
    return across(total)
  }
  return score(row)
}

function across(sums: v128): i32 {
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  )
}

/** Takes the row in when it is among the best so far: a heap whose root is the worst of them. */
function offer(score: i32, seq: i32, found: i32, most: i32, filtered: i32, best: usize): i32 {
  const key = ((<i64>score) << 32) | <i64>(i32.MAX_VALUE - seq)
  if (found == most && key <= load<i64>(best)) return found
  if (filtered != 0 && passes(seq) == 0) return found
  if (found < most) {
    rise(best, found, key)
    return found + 1
  }
  sink(best, found, key)
  return found
}

function rise(best: usize, at: i32, key: i64): void {
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = load<i64>(best + ((<usize>parent) << 3))
    if (above <= key) break
    store<i64>(best + ((<usize>at) << 3), above)
    at = parent
  }
  store<i64>(best + ((<usize>at) << 3), key)
}

/** Puts `key` in the root's place. */
function sink(best: usize, length: i32, key: i64): void {
  let at = 0
  while (true) {
    let child = at * 2 + 1
    if (child >= length) break
    let below = load<i64>(best + ((<usize>child) << 3))
    if (child + 1 < length) {
      const other = load<i64>(best + ((<usize>(child + 1)) << 3))
      if (other < below) {
        below = other
        child++
      }
    }
    if (below >= key) break
    store<i64>(best + ((<usize>at) << 3), below)
    at = child
  }
  store<i64>(best + ((<usize>at) << 3), key)
}

/** The worst goes to the end, one after another. */
function sort(best: usize, length: i32): void {
  for (let last = length - 1; last > 0; last--) {
    const key = load<i64>(best + ((<usize>last) << 3))
    store<i64>(best + ((<usize>last) << 3), load<i64>(best))
    sink(best, last, key)
  }
}
