/** Marks a switch as exhausted: a new union member becomes a compile error at the call. */
export function never(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
