import { builtIn } from './testing/built-in-place.ts'
import { checkFaults } from './testing/check-faults.ts'
import { checkReading } from './testing/check-reading.ts'
import { checkWaiting } from './testing/check-waiting.ts'

checkReading(builtIn)
checkFaults(builtIn)
checkWaiting(builtIn)
