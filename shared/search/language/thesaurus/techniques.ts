import type { Area } from './entry.ts'

/** Ways of filling and stitching, densities, lines, kinds and sizes. */
export const TECHNIQUES: Area = {
  lexicon: ['noun.act', 'noun.attribute'],
  concepts: {
    fill: {
      words: 'fillers, background fill, background filler, background, fill, filling, backfill, micro fill, bg fill',
      wide: true,
      english: '-',
    },
    stipple: {
      words: 'stippling, stipple, stippled, vermicelli, micro stipple',
      in: 'meander fill',
      english: '-',
    },
    meander: {
      words: 'meanders, meandering, wander, wandering, large stipple, puzzle meander, mindless meander',
      in: 'fill',
      english: '-',
    },
    echo: {
      words: 'echo, echoes, echoed, echo quilting, echoing, hawaiian echo',
      in: 'fill',
      near: 'concentric-circle',
      english: '-',
    },
    mctavishing: { words: 'mctavishing, mctavish, mc tavishing', in: 'echo', near: 'flow', english: '-' },
    wishbone: { words: 'wishbones, wish bone', near: 'ribbon-candy loop', for: 'thanksgiving', english: 'wishbone' },
    'ruler-work': {
      words: 'ruler work, rulerwork, rulers, ruler template, straight ruler',
      near: 'line',
      for: 'custom',
      english: '-',
    },
    'stitch-in-the-ditch': { words: 'stitch in the ditch, sid, sitd, ditch, in the ditch', english: '-' },
    outline: { words: 'outlines, outlined, silhouette, outline quilting', english: 'outline silhouette' },
    trapunto: { words: 'trapunto, stuffed work', for: 'custom heirloom', english: '-' },
    wholecloth: { words: 'wholecloth, whole cloth, whole cloth quilt', for: 'heirloom custom', english: '-' },
    'free-motion': {
      words: 'free motion, fmq, freehand, free hand, freemotion, hand guided, handguided, freeform, free form',
      english: '-',
    },
    doodle: {
      words: 'doodles, doodling, doodled, zentangle, tangle, zen doodle, sketchy, scribble, scribbled',
      for: 'whimsical modern',
      english: 'doodle scribble',
    },
    graffiti: { words: 'graffiti, graffiti quilting', near: 'doodle', for: 'modern', english: '-' },
    applique: { words: 'applique, appliqued', english: 'applique' },
    sashiko: {
      words: 'sashiko, asanoha, hemp leaf, shippo, seigaiha, boro, kogin',
      in: 'japanese',
      near: 'geometric',
      english: '-',
    },
    'big-stitch': { words: 'big stitch, hand quilted look, hand quilting', english: '-' },
    texture: { words: 'textures, textured, textural, texturing', near: 'fill', english: 'texture' },
    flow: { words: 'flowing, flow, fluid, flowy, movement, graceful lines', near: 'wave swirl', english: 'flow' },
    spine: { words: 'spines, spine', near: 'feather-spine', english: '-' },
    'string-of-pearls': {
      words: 'string of pearls, pearls, pearl, beads, beading, beaded, bead',
      near: 'circle pebble',
      for: 'elegant',
      english: 'bead',
    },
    frame: { words: 'frames, framed, framing, picture frame', near: 'border medallion', english: 'frame.11' },

    dense: {
      words:
        'dense, densely, high density, tight, tightly, heavy, heavily, heavily quilted, close together, compact, micro, busy',
      near: 'intricate',
      english: '-',
    },
    'medium-density': {
      words: 'medium density, medium dense, moderate density, moderately dense, average density',
      english: '-',
    },
    open: {
      words:
        'open, airy, loose, loosely, sparse, low density, light, lightly, lightly quilted, light density, less dense, large scale, wide open, spacious, minimal quilting, quick stitching, fast stitching, drapey, soft drape, roomy',
      english: '-',
    },
    intricate: {
      words: 'intricate, detailed, complex, complicated, elaborate, show quilt, showstopper',
      near: 'custom elegant',
      english: '-',
    },
    custom: { words: 'custom, custom quilting, customised, customized', near: 'heirloom', english: '-' },
    'one-line': {
      words:
        'continuous, one line, single line, continuous line, one continuous line, unbroken, unbroken line, no jumps, without jumps, no stops, no thread cuts, no breaks, no starts and stops, never stops, non stop, nonstop',
      english: '-',
    },
    'several-lines': {
      words:
        'with jumps, several lines, separate lines, jump stitch, jumps, start and stop, starts and stops, many lines, discontinuous',
      english: '-',
    },

    'edge-to-edge': {
      words:
        'edge-to-edge, e2e, edge2edge, pantograph, panto, pantos, all over, allover, overall, overall pattern, overall quilting, etoe, e 2 e, b2b edge to edge, continuous edge',
      english: '-',
    },
    border: { words: 'border, bordered, bordering, edging, border print, border pattern', near: 'frame', english: '-' },
    corner: { words: 'corner, cornered, corner piece, border corner, turning the corner', english: '-' },
    block: { words: 'block, quilt block, block pattern, block design', english: '-' },
    sashing: { words: 'sashing, sash, sashes, sashings, lattice strip, strip', near: 'border', english: '-' },
    motif: { words: 'motif, single motif, spot motif', english: '-' },
    panel: { words: 'panel', english: '-' },
    'point-to-point': { words: 'point to point, p2p, point2point', near: 'ruler-work block', english: '-' },
    'setting-triangle': {
      words: 'setting triangles, side triangle, corner triangle',
      near: 'triangle block',
      english: '-',
    },
    nesting: { words: 'nesting, nested, interlocking rows', english: '-' },
    offset: { words: 'offset, staggered, half drop, brick repeat, alternating rows', english: '-' },

    small: { words: 'small, little, mini, miniature, tiny, petite, teeny, wee', english: '-' },
    'medium-size': { words: 'medium, medium size, medium sized, mid size, middle size', english: '-' },
    large: {
      words: 'large, big, huge, jumbo, giant, oversized, oversize, bold scale, grande, king size',
      english: '-',
    },
  },
}
