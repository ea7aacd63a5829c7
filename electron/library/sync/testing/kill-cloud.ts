import type { TestCloud } from '#server/testing/cloud.ts'

/** Ends a cloud as a power cut does: connections are gone at once. */
export async function kill(cloud: TestCloud): Promise<void> {
  const closing = cloud.close()
  cloud.cloud.app.server.closeAllConnections()
  await closing
}
