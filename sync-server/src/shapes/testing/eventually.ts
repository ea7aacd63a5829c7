/** Waits until something is so, asking again and again: for what no event tells. Fails with the test's own time. */
export async function eventually(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise(done => setTimeout(done, 10))
}
