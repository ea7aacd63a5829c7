/** Places of the window that take what is carried: collections, tags, Favourites, Trash. Each has its twin in the menus. */
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { dropTargetForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { changeTags, collect, restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { type Carried, carriedIn, useCarried } from './carried.ts'
import { endFiles, isCarryingFiles } from './carry-out.ts'

export type DropPlace =
  | { readonly kind: 'collection' | 'tag'; readonly id: string; readonly name: string }
  /** `patterns`: all of them, where those in the trash are put back. */
  | { readonly kind: 'favourites' | 'trash' | 'patterns' }

interface DropOn<E extends HTMLElement> {
  readonly ref: RefObject<E | null>
  readonly isOver: boolean
  /** For `data-drop`: lit while something is carried that may be let go here. */
  readonly drop: 'ready' | 'over' | undefined
}

/** Lets carried patterns be dropped on the element that gets `ref`; null: nothing is taken here. */
export function useDropOn<E extends HTMLElement>(place: DropPlace | null): DropOn<E> {
  const ref = useRef<E>(null)
  const latest = useRef(place)
  const [isOver, setOver] = useState(false)
  const isReady = useCarried(state => place !== null && state.carried !== null && isTaken(place, state.carried))
  useEffect(() => {
    latest.current = place
  })
  const isTaking = place !== null

  useEffect(() => {
    const element = ref.current
    if (!element || !isTaking) return
    const canDrop = () => {
      const { carried } = useCarried.getState()
      return carried !== null && latest.current !== null && isTaken(latest.current, carried)
    }
    const enter = () => {
      setOver(true)
      const { carried } = useCarried.getState()
      if (carried && latest.current) announce(wordsFor(latest.current, carried))
    }
    const leave = () => setOver(false)
    const drop = (carried: Carried | null) => {
      setOver(false)
      if (carried && latest.current) letFall(latest.current, carried)
    }
    const taking = { element, canDrop, onDragEnter: enter, onDragLeave: leave }
    return combine(
      // What is carried comes with the drop: where it was picked up it is forgotten before this is heard.
      dropTargetForElements({ ...taking, onDrop: ({ source }) => drop(carriedIn(source.data)) }),
      // In a desktop window what is carried are files already: our own are known, others are brought in.
      shell().capabilities.nativeDrag
        ? dropTargetForExternal({
            ...taking,
            canDrop: () => isCarryingFiles() && canDrop(),
            onDrop: () => {
              drop(useCarried.getState().carried)
              endFiles()
            },
          })
        : () => undefined,
    )
  }, [isTaking])

  return { ref, isOver, drop: isOver ? 'over' : isReady ? 'ready' : undefined }
}

function isTaken(place: DropPlace, { fromTrash }: Carried): boolean {
  return fromTrash === (place.kind === 'patterns')
}

function letFall(place: DropPlace, { ids }: Carried): void {
  switch (place.kind) {
    case 'collection':
      return void collect(ids, place.id, true)
    case 'tag':
      return void changeTags(ids, { add: [place.name] })
    case 'favourites':
      return void setFavourite(ids, true)
    case 'trash':
      return void trash(ids)
    case 'patterns':
      return void restore(ids)
  }
}

function wordsFor(place: DropPlace, { ids }: Carried): string {
  return t(`carry.over.${place.kind}`, { ...counted(ids.length), name: 'name' in place ? place.name : '' })
}
