import { fans } from './fans.ts'
import { feathers } from './feathers.ts'
import { hearts } from './hearts.ts'
import type { StarterPattern } from './pattern.ts'
import { ribbons } from './ribbons.ts'

/** The designs every new owner finds in her library. */
export const starterPatterns: readonly StarterPattern[] = [...feathers, ...fans, ...hearts, ...ribbons]
