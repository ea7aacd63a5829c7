import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

/** A library with one pattern whose file holds this. */
async function withFile(content: string, format = 'txt') {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const [id] = await addPatterns(temp.context, [{ name: 'Swirl', files: [`terms.${format}`], contents: [content] }])
  temp.context.db.run(sql`update file set format = ${format}, role = 'document'`)
  const [file] = (await temp.call('patterns.get', { id: id! })).files
  return { temp, read: () => temp.call('patterns.document', { fileId: file!.id }) }
}

test('the terms that came with a pattern can be read', async () => {
  const { read } = await withFile('Stitch it for customers.\r\nDo not share the file.\r\n')
  expect(await read()).toEqual({
    name: 'terms.txt',
    text: 'Stitch it for customers.\nDo not share the file.',
    truncated: false,
  })
})

test('a web page is read without its marks', async () => {
  const { read } = await withFile(
    '<html><body><h1>Terms</h1><script>alert(1)</script><p>Be kind.</p></body></html>',
    'html',
  )
  expect((await read()).text).toBe('Terms\n\nBe kind.')
})

test('of a very long text the beginning is shown, cut between letters', async () => {
  const { read } = await withFile(`a${'é'.repeat(100_000)}`)
  const { text, truncated } = await read()
  expect(truncated).toBe(true)
  expect(text).toMatch(/^aé+$/u)
  expect(text.length).toBeGreaterThan(60_000)
})

test('what is no text is said to be none, and a file that is gone to be gone', async () => {
  const { temp, read } = await withFile('%PDF\u0000\u0001\u0002', 'pdf')
  await expect(read()).rejects.toMatchObject({ code: 'document-not-text' })
  await expect(temp.call('patterns.document', { fileId: 'never' })).rejects.toMatchObject({ code: 'file-gone' })
})
