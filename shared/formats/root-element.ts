/**
 * Lower-case local name of the first element of a marked-up text, or of the doctype before it; null where the text is not marked up.
 * Comments and declarations are stepped over.
 */
export function rootElement(text: string): string | null {
  if (!/^\s*</.test(text)) return null
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return null
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open)
      if (end < 0) return null
      at = end + 3
    } else if (text.startsWith('<?', open)) at = open + 2
    else if (/^<!doctype\s+html/i.test(text.slice(open, open + 40))) return 'html'
    // A doctype may hold entity declarations, each an element of the form <!...: all of them are stepped over.
    else if (text.startsWith('<!', open)) at = open + 2
    else return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(open, open + 80))?.[1]?.toLowerCase() ?? null
  }
}
