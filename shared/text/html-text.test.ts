import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOfHtml } from './html-text.ts'

test('a licence page reads as its words, a line for each block', () => {
  const page = `<!doctype html><html><head><title>Licence</title><style>p{color:red}</style></head>
    <body><!-- hidden --><h1>Terms &amp; use</h1><p>You may stitch this   for customers.<br>Do not <b>share</b> the file.</p>
    <script>alert("never")</script><ul><li>&copy; 2019 Zo&#235;</li><li>size &lt; 10 in</li></ul></body></html>`
  expect(textOfHtml(page)).toBe(
    'Terms & use\n\nYou may stitch this for customers.\nDo not share the file.\n\n© 2019 Zoë\n\nsize < 10 in',
  )
})

test('what looks like a mark and is none stays', () => {
  expect(textOfHtml('a < b and <b>c</b> &unknown; &#0;')).toBe('a < b and c &unknown;')
})

test('no page, however broken, leaves a mark that could be run', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '>', '<p', '<script>', '</script>', '<!--', '-->', 'a', '&lt', ' ', '/')),
      parts => {
        expect(textOfHtml(parts.join(''))).not.toMatch(/<[a-z][^<]*>/iu)
      },
    ),
    { examples: [[['<', '</script>', 'a', '-->']]] },
  )
})
