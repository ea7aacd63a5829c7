/** Where things stand in the memory of the scan kernel (scan.ts says the same in its own words). Bytes. */
export const ROWS = 1024
export const STRIDE = 208
/** In a row: the sums of its three parts, then the pattern's number. */
export const TAIL = 192
export const SEQ = 204
export const QUERY = 0
export const SHIFTED = 384
export const WEIGHTS = 576
export const SUM_WEIGHTS = 624
/** One entry among the best. */
export const KEY = 8
/** Added to the query for the relaxed instruction, whose second numbers must not be below 0. */
export const SHIFT = 64
