/** How the window looks: what she chose, put on <html> where the CSS and the pictures read it. */
export const TEXT_STEPS = [100, 112, 125, 150, 200] as const
export type TextStep = (typeof TEXT_STEPS)[number]
export const NORMAL_TEXT: TextStep = 112

export const LOOKS = ['system', 'light', 'dark', 'contrast'] as const
export type Look = (typeof LOOKS)[number]

/** The blocks of colours in tokens.css. High contrast goes dark with the computer. */
export type Theme = 'light' | 'dark' | 'contrast' | 'contrast-dark'

export const MOTIONS = ['system', 'less'] as const
export type Motion = (typeof MOTIONS)[number]

/** Twelve threads, each in the shade that keeps 4.5:1 and more on light and on dark cloth. */
export const THREADS = [
  { id: 'indigo', light: '#2b3a67', dark: '#cfe0ff' },
  { id: 'charcoal', light: '#33363d', dark: '#e3e5e9' },
  { id: 'walnut', light: '#5a3a22', dark: '#e8cfb8' },
  { id: 'ruby', light: '#8a1c3b', dark: '#ffb9c8' },
  { id: 'brick', light: '#8f3216', dark: '#ffbfa3' },
  { id: 'amber', light: '#6f4a00', dark: '#f4d28a' },
  { id: 'moss', light: '#445014', dark: '#d3e29a' },
  { id: 'pine', light: '#155239', dark: '#a4e3c4' },
  { id: 'teal', light: '#0d5260', dark: '#9fe0ec' },
  { id: 'ocean', light: '#174a86', dark: '#b5d6ff' },
  { id: 'violet', light: '#4f2f86', dark: '#d9c6ff' },
  { id: 'plum', light: '#6b2467', dark: '#f3bfee' },
] as const
export type ThreadId = (typeof THREADS)[number]['id']

export interface LookChoice {
  readonly look: Look
  readonly text: TextStep
  readonly thread: ThreadId
  readonly motion: Motion
}

export const FIRST_LOOK: LookChoice = { look: 'system', text: NORMAL_TEXT, thread: 'indigo', motion: 'system' }

const DARK = '(prefers-color-scheme: dark)'
const MORE_CONTRAST = '(prefers-contrast: more)'
const OWN_COLOURS = '(forced-colors: active)'
const LESS_MOTION = '(prefers-reduced-motion: reduce)'

const holds = (query: string) => window.matchMedia(query).matches

export function themeOf(look: Look): Theme {
  if (look === 'light' || look === 'dark') return look
  const isContrast = look === 'contrast' || holds(MORE_CONTRAST)
  if (isContrast) return holds(DARK) ? 'contrast-dark' : 'contrast'
  return holds(DARK) ? 'dark' : 'light'
}

export function isDark(look: Look): boolean {
  return themeOf(look).endsWith('dark')
}

export function threadColour(thread: ThreadId, dark: boolean): string {
  // Where the computer gives the colours, patterns are drawn in its colour of text.
  if (holds(OWN_COLOURS)) return getComputedStyle(document.body).color
  const found = THREADS.find(one => one.id === thread) ?? THREADS[0]
  return dark ? found.dark : found.light
}

/** Whether things may move for show: her own choice, and the computer's. */
export function wantsLessMotion(): boolean {
  return document.documentElement.dataset['motion'] === 'less' || holds(LESS_MOTION)
}

/** Puts the choice on the page. 112 % is 18 px, so the scale is 1.125. */
export function applyLook(choice: LookChoice): void {
  const root = document.documentElement
  const theme = themeOf(choice.look)
  root.dataset['theme'] = theme
  root.dataset['motion'] = choice.motion
  root.style.setProperty('--text-scale', String(choice.text === 112 ? 1.125 : choice.text / 100))
  root.style.setProperty('--thread', threadColour(choice.thread, isDark(choice.look)))
}

/** Calls back when the system goes dark or light, asks for contrast or gives its own colours. Returns the function that stops it. */
export function onSystemLook(changed: () => void): () => void {
  const queries = [DARK, MORE_CONTRAST, OWN_COLOURS].map(query => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

/** The next text step up or down; stays at the ends. */
export function textStep(from: TextStep, direction: 1 | -1): TextStep {
  return TEXT_STEPS[TEXT_STEPS.indexOf(from) + direction] ?? from
}
