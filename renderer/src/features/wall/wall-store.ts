/**
 * What hangs on the wall: the answer to one question, in pages fetched as they come into view. Answers to a question that is no
 * longer asked are dropped; while a new answer is on its way the old one stays, so that nothing flashes.
 */
import { create } from 'zustand'
import type { Like, PatternCard, PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import type { Chip } from '#shared/contract/library/search.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

export interface Question {
  readonly query: string
  readonly filter: PatternFilter
  readonly sort: PatternSort
  /** Only what looks like this. */
  readonly like?: Like
}

export const PAGE = 120
/** Pages kept: more than any screen shows, far less than a library. */
const KEEP_PAGES = 60
const PAGES_IN_FLIGHT = 2

interface WallState {
  /** What was asked last. */
  readonly question: Question
  /** What the pictures on the wall answer: the same, but for the moment the core needs. */
  readonly shown: Question
  /** Null until the first answer. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly PatternCard[]>
  readonly problem: Problem | null
  /** What was understood of the words of `shown`, and, where they find nothing, words that do. */
  readonly understood: readonly Chip[]
  readonly nearest: readonly string[]
  /** Rises with every new question answered: the wall then starts at the top. */
  readonly answered: number
}

const NOTHING_ASKED: Question = { query: '', filter: {}, sort: 'newest' }

export const useWall = create<WallState>(() => ({
  question: NOTHING_ASKED,
  shown: NOTHING_ASKED,
  total: null,
  pages: new Map(),
  problem: null,
  understood: [],
  nearest: [],
  answered: 0,
}))

let asking = 0
/** What is asked for a question that is no longer hers need not be answered. */
let unasked = new AbortController()
let stale = new Set<number>()
const inFlight = new Set<number>()
let inView: { first: number; last: number } = { first: 0, last: 0 }

/** Of the question asked last, until it is here. */
let coming: Promise<void> | null = null

/** Hangs the answer to this question. */
export function ask(question: Question): void {
  useWall.setState({ question })
  comeWith(answer())
}

function comeWith(answered: Promise<void>): void {
  const mine = answered.finally(() => {
    if (coming === mine) coming = null
  })
  coming = mine
}

/** Resolves with the answer that is on its way; null: none is. */
export function answerComing(): Promise<void> | null {
  return coming
}

/** The same question again, quietly: something in the library changed. One whose answer is still on its way stays a new one. */
export function askAgain(): void {
  stale = new Set(useWall.getState().pages.keys())
  const again = answer()
  if (coming) comeWith(again)
}

async function answer(): Promise<void> {
  const turn = ++asking
  unasked.abort()
  unasked = new AbortController()
  const { signal } = unasked
  inFlight.clear()
  const { question, shown } = useWall.getState()
  const fresh = question !== shown
  const page = fresh ? 0 : Math.floor(inView.first / PAGE)
  try {
    const wanted = { ...question, offset: page * PAGE, limit: PAGE }
    const { total, patterns, understood, nearest } = await library.call('patterns.list', wanted, { signal })
    if (turn !== asking) return
    stale.delete(page)
    const pages = fresh ? new Map<number, readonly PatternCard[]>() : new Map(useWall.getState().pages)
    for (const known of pages.keys()) if (known * PAGE >= total) pages.delete(known)
    pages.set(page, patterns)
    if (fresh) {
      stale = new Set()
      inFlight.clear()
    }
    useWall.setState(state => ({
      shown: question,
      total,
      pages,
      problem: null,
      understood,
      nearest,
      answered: state.answered + (fresh ? 1 : 0),
    }))
    fetchInView()
  } catch (error) {
    if (turn === asking) useWall.setState({ problem: problemOf(error) })
  }
}

/** Told by the wall which cards are in sight; fetches the pages they are on. */
export function showRange(first: number, last: number): void {
  inView = { first, last }
  fetchInView()
}

function fetchInView(): void {
  const { total, pages } = useWall.getState()
  if (total === null || total === 0) return
  const from = Math.floor(inView.first / PAGE)
  const to = Math.floor(Math.min(inView.last, total - 1) / PAGE)
  for (let page = from; page <= to; page++) {
    const isMissing = !pages.has(page) || stale.has(page)
    if (isMissing && !inFlight.has(page) && inFlight.size < PAGES_IN_FLIGHT) void fetchPage(page)
  }
}

/** Of what is shown: a new question brings its own first page. */
async function fetchPage(page: number): Promise<void> {
  const turn = asking
  const { signal } = unasked
  inFlight.add(page)
  const { shown } = useWall.getState()
  const isPast = () => turn !== asking || useWall.getState().shown !== shown
  try {
    const wanted = { ...shown, offset: page * PAGE, limit: PAGE }
    const { total, patterns } = await library.call('patterns.list', wanted, { signal })
    if (isPast()) return
    inFlight.delete(page)
    stale.delete(page)
    const pages = new Map(useWall.getState().pages)
    pages.delete(page)
    pages.set(page, patterns)
    for (const oldest of pages.keys()) {
      if (pages.size <= KEEP_PAGES) break
      pages.delete(oldest)
    }
    useWall.setState({ total, pages, problem: null })
    // By now she may have scrolled elsewhere: what is in view comes next, whatever was asked for in between.
    fetchInView()
  } catch (error) {
    if (isPast()) return
    inFlight.delete(page)
    useWall.setState({ problem: problemOf(error) })
  }
}

/** The card at this place, if its page is here. */
export function cardAt(pages: WallState['pages'], index: number): PatternCard | null {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null
}

/** Every id of the answer in its order, for "choose everything" and ranges that reach past what was fetched. */
export async function everyId(): Promise<readonly string[]> {
  const { question } = useWall.getState()
  return (await library.call('patterns.ids', question)).ids
}
