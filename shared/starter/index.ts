import { autumn } from './autumn.ts'
import { butterflies } from './butterflies.ts'
import { grownPatterns } from './families.ts'
import { fans } from './fans.ts'
import { featherMotifs } from './feather-motifs.ts'
import { feathers } from './feathers.ts'
import { flames } from './flames.ts'
import { flowers } from './flowers.ts'
import { garden } from './garden.ts'
import { garlands } from './garlands.ts'
import { hearts } from './hearts.ts'
import { keys } from './keys.ts'
import { knots } from './knots.ts'
import { lattices } from './lattices.ts'
import { leaves } from './leaves.ts'
import { paisleys } from './paisley.ts'
import type { StarterPattern } from './pattern.ts'
import { ribbons } from './ribbons.ts'
import { shells } from './shells.ts'
import { stars } from './stars.ts'
import { stipples } from './stipple.ts'
import { swirls } from './swirls.ts'

/** The designs every new owner finds in her library. */
export const starterPatterns: readonly StarterPattern[] = [
  ...feathers,
  ...fans,
  ...hearts,
  ...ribbons,
  ...swirls,
  ...leaves,
  ...butterflies,
  ...stipples,
  ...flames,
  ...shells,
  ...flowers,
  ...stars,
  ...featherMotifs,
  ...keys,
  ...paisleys,
  ...garlands,
  ...lattices,
  ...knots,
  ...autumn,
  ...garden,
  ...grownPatterns,
]
