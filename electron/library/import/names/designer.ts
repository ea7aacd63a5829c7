/** Words in front of "Designs" that name a kind of design or a heap, not a person or a shop. */
const NOT_A_NAME =
  /^(?:my|our|new|old|all|more|other|misc|miscellaneous|free|bought|purchased|digital|digitized|computer(?:ized)?|longarm|long arm|machine|quilt(?:s|ing)?|hand|block|border|corner|sashing|e2e|edge to edge|panto(?:graph)?|motif|feather|flower|floral|christmas|halloween|easter|holiday|holidays|kids|baby|sewing|embroidery|stitch|pattern|stick|usb|backup|saved|best|favou?rite|modern|traditional|simple|custom|continuous line)(?:\s|$)/i
const FOLDER_BY = /^(?:quilting\s)?(?:designs?|patterns?|pantos?|pantographs?)\sby\s(.{3,60})$/i
const FOLDER_DESIGNS = /^(.{3,50}\s(?:quilting\s|quilt\s|digital\s)?(?:designs|studios?|quilting designs))$/i

const NAME = String.raw`(\p{Lu}[\p{L}'’.-]+(?:\s(?:\p{Lu}[\p{L}'’.-]*|&|and|of|the)){0,4})`
const IN_NOTES = [
  new RegExp(String.raw`\b(?:designed|drawn|digiti[sz]ed|created)\sby:?\s+${NAME}`, 'iu'),
  new RegExp(String.raw`\bdesigner:\s*${NAME}`, 'iu'),
  new RegExp(
    String.raw`(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–,]\s*(?:19|20)\d\d)?)?[,\s]*(?:by\s+)?${NAME}`,
    'iu',
  ),
]
const NOT_A_HOLDER =
  /^(?:all|license|licence|information|info|notice|this|the|by|reserved|statement|law|laws|holder|owner|art|file|terms|creative)(?:\s|$)/i

/** The designer a folder or package is named after, where that is beyond doubt: "Designs by Jane Doe", "Urban Swirl Designs". */
export function designerOfFolder(name: string): string | null {
  const plain = name.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim()
  const by = FOLDER_BY.exec(plain)?.[1]
  if (by !== undefined) return by
  const shop = FOLDER_DESIGNS.exec(plain)?.[1]
  return shop !== undefined && !NOT_A_NAME.test(shop) && /^\p{Lu}/u.test(shop) ? shop : null
}

/** The designer that a file's own notes name: "Designed by …", "© 2019 …". */
export function designerInNotes(notes: readonly string[]): string | null {
  for (const pattern of IN_NOTES) {
    for (const note of notes) {
      const found = pattern.exec(note)?.[1]?.replace(/[.,\s]+$/, '')
      // The flag that ignores case also lets small letters through: a name begins with a capital.
      if (found !== undefined && /^\p{Lu}/u.test(found) && !NOT_A_HOLDER.test(found) && found.length <= 60)
        return trimmed(found)
    }
  }
  return null
}

/** Only the capitalised words from the front, and the little ones between them: "Jane Doe of Ohio for personal" → "Jane Doe of Ohio". */
function trimmed(name: string): string {
  const words = name.split(/\s+/)
  let end = words.findIndex(word => !/^(?:\p{Lu}|&|and$|of$|the$)/u.test(word))
  if (end < 0) end = words.length
  while (end > 1 && /^(?:&|and|of|the|all|for|no)$/i.test(words[end - 1]!)) end--
  return words
    .slice(0, end)
    .join(' ')
    .replace(/[.,]+$/, '')
}
