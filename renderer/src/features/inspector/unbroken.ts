/** A size as the eye takes it: broken across lines only between the two units, before the bracket. */
export function unbroken(size: string): string {
  return size.replace(/ (?!\()/gu, '\u00a0')
}
