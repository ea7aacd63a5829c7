/** Two pauses with no stitch between them are one stop: the operator sees both texts. Absent means no pause, empty a plain stop. */
export function joinPauses(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined || first === '') return second ?? first
  if (second === undefined || second === '') return first
  return `${first}\n${second}`
}
