/** The helper's entry file: it stands beside the work threads', built or not. */
export function embedEntry(worker: URL): URL {
  return new URL(worker.href.replace(/entry\.worker(\.\w+)$/, 'entry.embed$1'))
}
