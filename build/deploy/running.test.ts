import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configSchema } from '#server/config.ts'

const page = join(import.meta.dirname, 'RUNNING.md')

/** What the operator's page says of the settings: the schema's own words. */
function settingsTable(): string {
  const rows = Object.entries(configSchema.shape).map(([name, setting]) => {
    const fallback = setting.safeParse(undefined)
    const without = fallback.success
      ? fallback.data === undefined
        ? ''
        : String(fallback.data) || 'none'
      : '**needed**'
    return `| \`${name}\` | ${setting.description} | ${without} |`
  })
  return ['| Name | What it says | Without it |', '|---|---|---|', ...rows].join('\n')
}

test('the page on running the cloud names every setting, with what it is without', () => {
  const text = readFileSync(page, 'utf8')
  const now = text.replace(
    /<!-- settings -->[^]*<!-- \/settings -->/,
    `<!-- settings -->\n${settingsTable()}\n<!-- /settings -->`,
  )
  if (process.env.BOBBIN_WRITE_PAGES) writeFileSync(page, now)
  expect(readFileSync(page, 'utf8')).toBe(now)
})

test('the example of the settings has only names there are', () => {
  const example = readFileSync(join(import.meta.dirname, 'cloud/example.env'), 'utf8')
  const names = [...example.matchAll(/^(BOBBIN_\w+)=/gm)].map(([, name]) => name)
  expect(names.filter(name => !Object.hasOwn(configSchema.shape, name!))).toEqual([])
})
