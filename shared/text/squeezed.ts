/** Words of quilting and of pattern names, for taking squeezed file names apart. Four letters or more, but for a few. */
const WORDS = new Set(
  `acorn alphabet anchor angel apple applique arrow autumn baby ball bamboo band baptist basket bear bell berry bird block bloom
   border bouquet braid breeze bubble bubbles bunny butterfly cable cactus candy cane cardinal cat cathedral celtic chain chevron
   christmas circle circles clam clams clamshell cloud clouds clover cluster coffee coral corner cotton cow cozy crane cross crown
   curl curls dahlia daisy damask dance deer delight diagonal diamond dog double dove dragon dragonfly dream drops duck easter edge
   elegant elephant faith fall fan fans feather feathered feathers fern filler fire fish flag flame flight floral flow flower
   flowers flutter fog football forest freehand fresh frost frog garden garland geese geometric ginkgo grand grape grass greek
   grid half halloween hanging happy heart hearts hexagon hibiscus holly honey honeycomb hook hooks horse ivy jewel joy kaleidoscope
   lace ladder large lattice leaf leaves lily line lines little log loop loops love lotus magic maple meander medallion mesh mini
   modern moon morning motif music nested night north oak ocean orange orchid ornament owl paisley palm panel pansy panto
   pantograph paw pearl peel peony petal petals pine pinwheel plaid plume plumes poinsettia point points poppy posy pumpkin quilt
   quilting rain rainbow ribbon rick ring ripple river rope rose roses sail sand sashing scallop scroll scrolls sea shell shells
   simple single sky small snail snow snowflake snowman spider spiral spirals splash spring square star starburst stars
   stipple stone stones stream stripe sun sunburst sunflower sunshine swag swirl swirls swoosh tangle teardrop texture
   thistle tile tiles train tree trees triangle triple tropical tulip turtle twirl twist valentine vine vines vintage violet water
   wave waves wedding wheat wheel wild wind windy winter wood woodgrain wreath zigzag`.split(/\s+/),
)
const LONGEST = Math.max(...[...WORDS].map(word => word.length))

/**
 * "featherswirl" → ["feather", "swirl"]. Null unless the whole of it is made of two known words or more; the fewest words win, so
 * that "starburst" stays one.
 */
export function squeezed(word: string): string[] | null {
  if (word.length < 6 || word.length > 40 || WORDS.has(word)) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    let fewest: string[] | null = null
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = best[start]
      const part = word.slice(start, end)
      if (before && WORDS.has(part) && (!fewest || before.length + 1 < fewest.length)) fewest = [...before, part]
    }
    best.push(fewest)
  }
  const parts = best[word.length]
  return parts && parts.length > 1 ? parts : null
}
