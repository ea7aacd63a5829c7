import { expect, test } from 'vitest'
import { THREADS } from './theme.ts'
import css from './tokens.css?raw'

type Tokens = Readonly<Record<string, string>>

/** Letters, and everything they may stand on. */
const TEXT: readonly (readonly [ink: string, on: readonly string[]])[] = [
  ['ink', ['paper', 'card', 'cloth', 'accent-soft', 'ok-soft', 'warn-soft']],
  ['ink-2', ['paper', 'card', 'cloth', 'accent-soft']],
  ['accent', ['paper', 'card', 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-bar', ['bar']],
  ['ok', ['paper', 'card', 'ok-soft']],
  ['warn', ['paper', 'card', 'warn-soft']],
]

/** Borders of controls, marks and the focus ring. */
const SHAPES: readonly (readonly [shape: string, on: readonly string[]])[] = [
  ['line-strong', ['paper', 'card', 'cloth']],
  ['accent', ['paper', 'card', 'cloth']],
  ['focus', ['paper', 'card', 'cloth', 'accent-soft']],
  ['start', ['cloth', 'card']],
  ['end', ['cloth', 'card']],
]

const themes = themesOf(css)

test('there is a light theme, a dark one, and each in high contrast', () => {
  expect(Object.keys(themes)).toEqual(['light', 'dark', 'contrast', 'contrast-dark'])
})

for (const [theme, tokens] of Object.entries(themes)) {
  test(`${theme}: letters stand out 7 to 1 from whatever they stand on`, () => {
    expect(below(TEXT, tokens, 7)).toEqual([])
  })

  test(`${theme}: borders, marks and the focus ring stand out 3 to 1`, () => {
    expect(below(SHAPES, tokens, 3)).toEqual([])
  })
}

test('every thread can be seen on its cloth', () => {
  const weak = THREADS.flatMap(({ id, light, dark }) => [
    ...(contrast(light, themes.light?.['cloth'] ?? '') < 4.5 ? [`${id} on light cloth`] : []),
    ...(contrast(dark, themes.dark?.['cloth'] ?? '') < 4.5 ? [`${id} on dark cloth`] : []),
  ])
  expect(weak).toEqual([])
})

test('the contrast formula gives the known ends', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
})

function below(pairs: typeof TEXT, tokens: Tokens, least: number): string[] {
  return pairs.flatMap(([front, backs]) =>
    backs.flatMap(back => {
      const ratio = contrast(tokens[front] ?? '', tokens[back] ?? '')
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`]
    }),
  )
}

/** Contrast ratio of two colours written `#rrggbb`, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`not a plain colour: "${hex}"`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The tokens of each theme; what a theme does not say it has from the light one. */
function themesOf(css: string): Record<string, Tokens> {
  const themes: Record<string, Tokens> = {}
  for (const [, name, body = ''] of css.matchAll(/:root(?:\[data-theme="([\w-]+)"\])?\s*\{([^}]*)\}/g)) {
    const own = Object.fromEntries(
      [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value]),
    )
    themes[name ?? 'light'] = { ...themes['light'], ...own }
  }
  return themes
}
