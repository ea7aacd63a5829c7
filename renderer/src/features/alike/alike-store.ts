/**
 * What the wall is to look like: a pattern or a drawing. It fills the wall in place of what was there; words and choices go on narrowing
 * inside it, and one press brings back what was there before.
 */
import { create } from 'zustand'
import type { Like, PatternSort } from '#shared/contract/library/patterns.ts'
import { ALIKE, LEAST_ALIKE, SKETCH_LIKENESS } from '#shared/domain/likeness.ts'
import { say } from '#renderer/changes/change.ts'
import { goTo, type Place, usePlaces } from '#renderer/features/places/index.ts'
import { choicesIn, showSearch, useSearch } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'

export type Line = Float64Array<ArrayBuffer>

export type Model =
  | {
      readonly kind: 'pattern'
      readonly id: string
      readonly name: string
      readonly sketchKey: string | null
      readonly pictureKey: string | null
    }
  /** Lines as x, y, x, y …, y up; none: nothing drawn yet, and the wall shows everything. */
  | { readonly kind: 'drawing'; readonly lines: readonly Line[] }

type Search = ReturnType<typeof useSearch.getState>

/** Where she was, to be found again. */
interface Before extends Pick<Search, 'text' | 'choices' | 'sort'> {
  readonly place: Place
}

interface Alike {
  readonly model: Model | null
  /** 0: the same motif … 1: the same layout. */
  readonly likeness: number
  /** `best`: the most alike first. */
  readonly sort: PatternSort
  /** The place as it was made for this: in any other, nothing of it is left. */
  readonly place: Place | null
  readonly before: Before | null
}

const NOTHING: Alike = { model: null, likeness: ALIKE, sort: 'best', place: null, before: null }

export const useAlike = create<Alike>(() => NOTHING)

/** What the wall is to look like in the place where she is; null: nothing. */
export function useModel(): Model | null {
  const place = usePlaces(state => state.place)
  return useAlike(state => (state.place === place ? state.model : null))
}

let known: { readonly of: Alike; readonly like: Like | undefined } = { of: NOTHING, like: undefined }

/** The same as the core is asked; the same thing until something of it changes. */
export function likeIn(place: Place): Like | undefined {
  const now = useAlike.getState()
  if (now.place !== place) return undefined
  if (now.model !== known.of.model || now.likeness !== known.of.likeness) known = { of: now, like: likeOf(now) }
  return known.like
}

function likeOf({ model, likeness }: Alike): Like | undefined {
  if (!model || (model.kind === 'drawing' && model.lines.length === 0)) return undefined
  const how = { likeness, least: LEAST_ALIKE }
  return model.kind === 'pattern' ? { patternId: model.id, ...how } : { lines: [...model.lines], ...how }
}

/** Whether the wall is to look like something. */
export function useIsAlike(): boolean {
  const model = useModel()
  return model !== null && (model.kind === 'pattern' || model.lines.length > 0)
}

/** Whether there was anything but every pattern before. */
export function wasEverything({ before }: Alike): boolean {
  return (
    before === null ||
    (before.place.kind === 'patterns' && before.text === '' && choicesIn(before.choices).length === 0)
  )
}

/** Fills the wall with what looks like this pattern. */
export async function moreLike(id: string): Promise<void> {
  try {
    const { name, sketchKey, pictureKey } = await library.call('patterns.get', { id })
    enter({ kind: 'pattern', id, name, sketchKey, pictureKey }, ALIKE)
    document.getElementById('wall')?.focus()
  } catch (error) {
    say(error)
  }
}

/** Fills the wall with what looks like these lines. */
export function likeDrawing(lines: readonly Line[]): void {
  const { model, likeness } = useAlike.getState()
  enter({ kind: 'drawing', lines }, model?.kind === 'drawing' ? likeness : SKETCH_LIKENESS)
}

function enter(model: Model, likeness: number): void {
  const { place } = usePlaces.getState()
  const now = useAlike.getState()
  if (now.model && now.place === place) {
    useAlike.setState({ model, likeness })
    return
  }
  const { text, choices, sort } = useSearch.getState()
  goTo({ kind: 'patterns' })
  showSearch({ text: '', choices: {}, sort: useSearch.getState().sort })
  useAlike.setState({
    model,
    likeness,
    sort: 'best',
    place: usePlaces.getState().place,
    before: { place, text, choices, sort },
  })
}

export function setLikeness(likeness: number): void {
  useAlike.setState({ likeness })
}

export function setAlikeSort(sort: PatternSort): void {
  useAlike.setState({ sort })
}

/** The wall as it was before. */
export function leaveAlike(): void {
  const { before } = useAlike.getState()
  useAlike.setState(NOTHING)
  if (!before) return
  const { place, ...search } = before
  usePlaces.setState({ place })
  showSearch(search)
}

/** She went elsewhere: there is nothing to come back from. */
export function forgetAlike(): void {
  useAlike.setState(NOTHING)
}
