import { test } from 'vitest'
import { checkConformance } from '../testing/conformance.ts'
import { electricStub } from '../testing/electric-place.ts'
import { realElectric, realElectricKind } from '../testing/real-electric-place.ts'

checkConformance(electricStub)

const { place, reason } = realElectric(process.env)
if (place) checkConformance(realElectricKind(place))
else test.skip(`C12: a real Electric passes the same checks (not run: ${reason})`)
