// node plain-files-child.ts <url> <up|down> <folder of originals> <folder to write to>: six connections, every file one request.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [url = '', way = '', from = '', to = ''] = process.argv.slice(2)
const files: { path: string; name: string }[] = []
for (const shard of await readdir(from))
  if (/^[0-9a-f]{2}$/.test(shard))
    for (const name of await readdir(join(from, shard))) files.push({ path: join(from, shard, name), name })
await mkdir(to, { recursive: true })
const began = performance.now()
let next = 0
const lane = async (): Promise<void> => {
  while (next < files.length) {
    const { path, name } = files[next++]!
    if (way === 'up') {
      const answer = await fetch(`${url}/${name}`, { method: 'PUT', body: await readFile(path) })
      await answer.arrayBuffer()
    } else await writeFile(join(to, name), new Uint8Array(await (await fetch(`${url}/${name}`)).arrayBuffer()))
  }
}
await Promise.all(Array.from({ length: 6 }, lane))
process.stdout.write(`${JSON.stringify({ ms: Math.round(performance.now() - began) })}\n`)
