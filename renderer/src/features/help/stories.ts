/** The how-to pages: one story each, step by step, with a drawing a step. */
import type { Drawing } from './drawings.ts'

/** Each step is a sentence of the catalogue: `howTo.<story>.<step>`. */
export const STORIES = {
  zip: { first: 'zip', second: 'drop', third: 'review', fourth: 'adding', fifth: 'done' },
  find: { first: 'search', second: 'narrow', third: 'pick', fourth: 'look' },
  stick: { first: 'several', second: 'machine', third: 'stick', fourth: 'write', fifth: 'pull' },
  back: { first: 'undo', second: 'bin', third: 'several', fourth: 'back' },
  backup: { first: 'cloud', second: 'mail', third: 'letters', fourth: 'safe', fifth: 'home' },
  computer: { first: 'safe', second: 'save', third: 'fresh', fourth: 'folder', fifth: 'home' },
  sheet: { first: 'several', second: 'sheet', third: 'printer', fourth: 'hang' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Drawing>>>>

export type Story = keyof typeof STORIES
export const STORY_IDS = Object.keys(STORIES) as Story[]

/** The pages that explain themselves, with their drawing and the story that begins there. */
export const TOPICS = {
  wall: { drawing: 'wall', story: 'find' },
  look: { drawing: 'look', story: 'find' },
  bringIn: { drawing: 'drop', story: 'zip' },
  arrivals: { drawing: 'review', story: 'zip' },
  doubles: { drawing: 'review', story: null },
  prepare: { drawing: 'look', story: null },
  plan: { drawing: 'wall', story: 'sheet' },
  send: { drawing: 'pull', story: 'stick' },
  collections: { drawing: 'collection', story: 'sheet' },
  order: { drawing: 'several', story: 'find' },
  tidy: { drawing: 'look', story: null },
  trash: { drawing: 'back', story: 'back' },
  settings: { drawing: 'letters', story: null },
  machines: { drawing: 'machine', story: 'stick' },
  safety: { drawing: 'cloud', story: 'backup' },
} as const satisfies Readonly<Record<string, { drawing: Drawing; story: Story | null }>>

export type Topic = keyof typeof TOPICS
