import { checkConformance } from '../testing/conformance.ts'
import { electricStub } from '../testing/electric-place.ts'

checkConformance(electricStub)
