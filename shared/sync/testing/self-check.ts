import { compareDigest, differsInBucket, mayReadForDigest } from '../device/digest.ts'
import { readAgain } from '../device/read-again.ts'
import type { Cloud } from './cloud.ts'
import type { Computer } from './computer.ts'

/** A computer compares its digest with the cloud's. Whether a reading started. */
export async function selfCheck(computer: Computer, cloud: Cloud, time: number): Promise<boolean> {
  const { port, rulebook, readAt } = computer
  if (!rulebook.comparesDigests || !mayReadForDigest(readAt, time)) return false
  const answer = await cloud.digest(null)
  const outcome = answer && compareDigest(port, answer)
  if (outcome?.outcome !== 'look') return false
  for (const bucket of outcome.buckets) {
    const inIt = await cloud.digest(bucket)
    if (inIt === null || !differsInBucket(port, bucket, inIt)) continue
    computer.readAt = time
    port.within(() => readAgain(port, { why: 'digest' }))
    return true
  }
  return false
}
