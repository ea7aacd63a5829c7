import type { Kind } from '#shared/domain/pattern.ts'

/** What quilters and shops call a kind of pattern: typing any of them finds it. */
const WORDS: Readonly<Record<Kind, string>> = {
  'edge-to-edge': 'edge to edge e2e edge2edge pantograph panto all over allover',
  border: 'border borders',
  corner: 'corner corners',
  block: 'block blocks',
  sashing: 'sashing sash',
  motif: 'motif motifs',
  panel: 'panel panels',
  other: '',
}

export function kindWords(kind: Kind): string {
  return WORDS[kind]
}
