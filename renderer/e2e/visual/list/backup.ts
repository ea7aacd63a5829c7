import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { ask } from '#e2e/ask.ts'
import type { Bobbin } from '#e2e/harness.ts'
import { expect } from '#e2e/test.ts'
import { SIGNED_IN, type ToldBackup, toldBackup } from '#e2e/told-backup.ts'
import type { Walk } from '../stage.ts'

/** The Monday morning of the walks, in Chicago. */
const at = (hour: number, minute: number) => Date.UTC(2026, 0, 5, hour + 6, minute)
const FRIDAY = Date.UTC(2026, 0, 2, 18, 0)

/** The chip in its states, the page behind it, what needs her. */
export const backup: Walk = {
  name: 'backup',
  seeded: 60,
  backup: () => toldBackup(),
  async go({ win, page, bobbin, backup: told, shot }) {
    await expect(win.card(0)).toBeVisible()
    const chip = page.locator('.backup-chip-open')
    await shot('chip-none')
    await chip.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await shot('page-none')
    await page.keyboard.press('Escape')
    const states: Record<string, Parameters<ToldBackup['tell']>[0]> = {
      safe: { ...SIGNED_IN, safeAt: at(8, 42) },
      working: { state: 'working', waiting: { records: 9, files: 3, bytes: 184_000 } },
      offline: { state: 'offline', waiting: { records: 12, files: 0, bytes: 0 } },
      paused: { state: 'paused', pausedBy: 'you' },
      'sign-in': { state: 'sign-in', pausedBy: null },
      full: { state: 'full' },
      trouble: { state: 'trouble', troubleSince: FRIDAY, troubleCode: 'cloud-unreachable' },
    }
    for (const [name, state] of Object.entries(states)) {
      told.tell(state)
      await expect(page.locator(`.backup-chip-${TONES[name]}`)).toBeVisible()
      await shot(`chip-${name}`)
    }
    await chip.click()
    await shot('page-trouble')
    told.happened = HAPPENED
    told.tell({ ...SIGNED_IN, troubleSince: null, troubleCode: null, safeAt: at(8, 42), waiting: NOTHING_WAITS })
    await expect(page.locator('.today-line')).toHaveCount(6)
    await shot('page-today')
    told.attention = await someAttention(bobbin)
    told.tell({ attention: 5 })
    await expect(page.locator('.brake')).toBeVisible()
    await shot('page-brake')
    told.attention = { ...told.attention, brake: null }
    told.tell({ attention: 4 })
    await expect(page.locator('.brake')).toHaveCount(0)
    await shot('page-attention')
  },
}

/** Signing in, and the page of Settings. */
export const signingIn: Walk = {
  name: 'signing-in',
  seeded: 60,
  backup: () => toldBackup(),
  async go({ win, page, backup: told, shot }) {
    await expect(win.card(0)).toBeVisible()
    await page.locator('.backup-chip-open').click()
    await page.locator('.backup-head .button-primary').click()
    const email = page.getByRole('textbox')
    await expect(email).toBeFocused()
    await shot('email')
    await email.fill('anna')
    await page.keyboard.press('Enter')
    await expect(page.locator('.sign-in-problem')).toBeVisible()
    await shot('email-wrong')
    await email.fill('anna@quilts.example')
    await page.keyboard.press('Enter')
    await expect(page.locator('.sign-in-code')).toBeFocused()
    await page.keyboard.type('k7qd 4mxp')
    await shot('code')
    await page.keyboard.press('Enter')
    await expect(page.locator('.notice-ok')).toBeVisible()
    await shot('done')
    await page.keyboard.press('Escape')
    told.computers = [
      { id: '1', name: 'Studio', platform: 'linux', lastSeenAt: at(9, 0), signedInAt: FRIDAY, isThis: true },
      { id: '2', name: 'Anna’s laptop', platform: 'darwin', lastSeenAt: FRIDAY, signedInAt: FRIDAY, isThis: false },
    ]
    told.tell({ state: 'safe', safeAt: at(8, 42) })
    await page.keyboard.press('Control+,')
    await page.getByRole('tab', { name: /^Backing up/ }).click()
    await expect(page.locator('.computer')).toHaveCount(2)
    await shot('settings')
    await page.getByRole('button', { name: /^Sign in another computer/ }).click()
    await expect(page.locator('.pairing-code')).not.toBeEmpty()
    await shot('settings-pairing')
    await page.locator('.pairing').getByRole('button').last().click()
    await page.getByRole('button', { name: /^Sign out Anna’s laptop/ }).click()
    await shot('settings-sign-out')
    await page.locator('.backup-ask').getByRole('button').last().click()
    await page.getByRole('button', { name: /^Choose a day/ }).click()
    await page.getByRole('button', { name: /January 3, 2026/ }).click()
    await page.locator('.restore-day .button-primary').scrollIntoViewIfNeeded()
    await shot('settings-day')
  },
}

/** A new computer: her patterns are on their way. */
export const arriving: Walk = {
  name: 'arriving',
  backup: () => toldBackup({ ...SIGNED_IN, state: 'working', coming: { records: 15_651, files: 0 } }),
  async go({ page, shot }) {
    await expect(page.locator('.arriving-bar')).toBeVisible()
    await shot('empty')
  },
}

const TONES: Readonly<Record<string, string>> = {
  safe: 'ok',
  working: 'working',
  offline: 'offline',
  paused: 'paused',
  'sign-in': 'needs',
  full: 'needs',
  trouble: 'trouble',
}

const NOTHING_WAITS = { records: 0, files: 0, bytes: 0 }

const HAPPENED = [
  { at: at(8, 42), kind: 'sent', args: { records: 12, files: 3 } },
  { at: at(8, 41), kind: 'came', args: { records: 5, computer: 'Anna’s laptop' } },
  { at: at(8, 41), kind: 'conflict', args: { name: 'Feathered Plume', field: 'name' } },
  { at: at(8, 40), kind: 'online', args: {} },
  { at: at(7, 55), kind: 'offline', args: {} },
  { at: at(7, 30), kind: 'compared', args: {} },
]

async function someAttention(bobbin: Bobbin): Promise<ToldBackup['attention']> {
  const { patterns } = await ask(bobbin, 'patterns.list', {
    query: '',
    filter: {},
    sort: 'newest',
    offset: 0,
    limit: 34,
  })
  const card = (index: number): PatternCard => patterns[index]!
  const key = (index: number) => ({ table: 'pattern', id: card(index).id })
  const conflict = (index: number, field: string, current: string, value: string) => ({
    key: key(index),
    field,
    name: card(index).name,
    pattern: card(index),
    value,
    valueText: null,
    stamp: [FRIDAY, 0, 'other'] as [number, number, string],
    computer: 'Anna’s laptop',
    current,
    currentText: null,
    currentComputer: 'Studio',
  })
  return {
    brake: { total: 34, patterns: patterns.slice(0, 34), at: at(8, 40), computer: null },
    conflicts: [
      conflict(0, 'name', card(0).name, 'Plume for Anna’s king quilt'),
      conflict(1, 'notes', 'Ten inches wide.\nUse the soft thread.', 'For the show in March.'),
    ],
    aside: [{ key: key(2), name: card(2).name, pattern: card(2), at: at(8, 30), values: {} }],
    refused: [
      {
        key: key(3),
        name: card(3).name,
        pattern: card(3),
        field: 'notes',
        value: '',
        message: 'The notes of this pattern are too long: 20,000 letters at most.',
      },
    ],
  }
}
