// Started as a process of its own: opens the library in argv[2] and fetches the first page of pictures, as a window does. Prints milliseconds.
const begun = performance.now()
const { openBenchLibrary } = await import('./bench-library.ts')
const loaded = performance.now()
const { library } = await openBenchLibrary(process.argv[2] ?? '')
const call = { signal: new AbortController().signal, progress() {} }
const page = await library.handlers['patterns.list'](
  { query: '', filter: {}, sort: 'newest', offset: 0, limit: 60 },
  call,
)
const keys = page.patterns.flatMap(card => card.sketchKey ?? [])
const { sketches } = await library.handlers['patterns.sketches']({ keys }, call)
const done = performance.now()
const answer = {
  openMs: done - loaded,
  withLoadingMs: done - begun,
  cards: page.patterns.length,
  pictures: sketches.length,
}
process.stdout.write(JSON.stringify(answer))
await library.close()

export {}
