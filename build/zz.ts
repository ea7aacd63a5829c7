import { openBenchLibrary } from './bench/bench-library.ts'
const { library } = await openBenchLibrary('/tmp/imp/l1')
const call = { signal: new AbortController().signal, progress() {} }
const mem = setInterval(() => {
  const m = process.memoryUsage()
  console.log(
    ((performance.now() - t) / 1000).toFixed(1),
    Object.entries(m)
      .map(([k, v]) => k + ' ' + ((v / 1e6) | 0))
      .join(' '),
  )
}, 1000)
mem.unref()
const t = performance.now()
const s = await library.handlers['imports.look']({ paths: ['/tmp/imp/real'] }, call)
console.log('look', performance.now() - t)
await library.handlers['imports.add']({ id: s.id }, call)
console.log('all', performance.now() - t, process.cpuUsage())
await library.close()
