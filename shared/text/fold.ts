/** A name as an identity: "Wild  Flowers" and "wild flowers" are one tag. NFKC, lower case, one blank, none at the ends. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/**
 * A name as a place in the alphabet: accents and case count for nothing, "Swirl 2" stands before "Swirl 10".
 * Runs of digits are padded to ten places.
 */
export function sortKey(name: string): string {
  return foldName(name)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/\d+/gu, digits => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'))
}
