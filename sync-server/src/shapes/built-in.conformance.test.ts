import { builtIn } from './testing/built-in-place.ts'
import { checkReading } from './testing/check-reading.ts'

checkReading(builtIn)
