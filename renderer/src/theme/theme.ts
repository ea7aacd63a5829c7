/** How the window looks: what she chose, put on <html> where the CSS and the pictures read it. */
export const TEXT_STEPS = [100, 112, 125, 150, 200] as const
export type TextStep = (typeof TEXT_STEPS)[number]
export const NORMAL_TEXT: TextStep = 112

export const LOOKS = ['system', 'light', 'dark'] as const
export type Look = (typeof LOOKS)[number]

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
}

export const FIRST_LOOK: LookChoice = { look: 'system', text: NORMAL_TEXT, thread: 'indigo' }

const DARK_QUERY = '(prefers-color-scheme: dark)'

export function isDark(look: Look): boolean {
  return look === 'dark' || (look === 'system' && window.matchMedia(DARK_QUERY).matches)
}

export function threadColour(thread: ThreadId, dark: boolean): string {
  const found = THREADS.find(one => one.id === thread) ?? THREADS[0]
  return dark ? found.dark : found.light
}

/** Puts the choice on the page. 112 % is 18 px, so the scale is 1.125. */
export function applyLook(choice: LookChoice): void {
  const root = document.documentElement
  const dark = isDark(choice.look)
  root.dataset['theme'] = dark ? 'dark' : 'light'
  root.style.setProperty('--text-scale', String(choice.text === 112 ? 1.125 : choice.text / 100))
  root.style.setProperty('--thread', threadColour(choice.thread, dark))
}

/** Calls back when the system goes dark or light. Returns the function that stops it. */
export function onSystemLook(changed: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** The next text step up or down; stays at the ends. */
export function textStep(from: TextStep, direction: 1 | -1): TextStep {
  return TEXT_STEPS[TEXT_STEPS.indexOf(from) + direction] ?? from
}
