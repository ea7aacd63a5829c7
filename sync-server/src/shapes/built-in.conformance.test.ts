import { builtIn } from './testing/built-in-place.ts'
import { checkConformance } from './testing/conformance.ts'

checkConformance(builtIn)
