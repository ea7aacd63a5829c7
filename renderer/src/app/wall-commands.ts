/** What can be done on the wall, by name: offered while the wall is on the screen, done to the chosen patterns. */
import { collect, redraw, restore, setFavourite, trash } from '#renderer/changes/change.ts'
import { askFor, type AskKind } from '#renderer/commands/asks.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { moreLike } from '#renderer/features/alike/index.ts'
import { saveCopies } from '#renderer/features/carry/index.ts'
import { usePlaces } from '#renderer/features/places/index.ts'
import { openPage } from '#renderer/features/inspector/index.ts'
import { openPlan } from '#renderer/features/plan/index.ts'
import { openPrepare } from '#renderer/features/prepare/index.ts'
import { openSend } from '#renderer/features/send/index.ts'
import {
  cardAt,
  chooseAll,
  chooseSubject,
  clearChosen,
  positionOf,
  setPictureSize,
  setSeveral,
  subjects,
  useSelection,
  useWall,
  useWallView,
} from '#renderer/features/wall/index.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { lookAtIndex } from './shown-pattern.ts'

/** Of more than these it is not looked up whether all of them are favourites. */
const LOOKED_UP = 500

/** @param narrow the chosen pattern is a page, not a pane */
export function useWallCommands(narrow: boolean): void {
  const place = usePlaces(state => state.place)
  const { chosen, active, several } = useSelection()
  const size = useWallView(state => state.size)
  const total = useWall(state => state.total ?? 0)
  const areFavourites = useAreFavourites()
  const isTrash = place.kind === 'trash'
  const count = chosen.size > 0 ? chosen.size : active >= 0 && active < total ? 1 : 0
  const here = count > 0 && !isTrash

  useCommand('choose-all', { run: () => void chooseAll(), enabled: total > 0 })
  useCommand('choose-none', {
    run: () => (chosen.size > 0 ? clearChosen() : setSeveral(false)),
    enabled: chosen.size > 0 || several,
  })
  useCommand('several', {
    run: () => setSeveral(!several),
    enabled: total > 0,
    checked: several,
  })
  useCommand('send', { run: () => openSend(subjects()), enabled: here })
  useCommand('save-copy', { run: () => void saveCopies(subjects()), enabled: here })
  useCommand('look', { run: lookAtSubject, enabled: count > 0 })
  useCommand('open', { run: () => (narrow ? void toPage() : lookAtSubject()), enabled: count > 0 })
  useCommand('more-like-this', { run: moreLikeSubject, enabled: here && count === 1 })
  useCommand('prepare', { run: prepareSubject, enabled: here && count === 1 })
  useCommand('rename', { run: () => void askPane('rename', narrow), enabled: here && count === 1 })
  useCommand('tag', { run: () => void askPane('tag', narrow), enabled: here })
  useCommand('collect', { run: () => void askPane('collect', narrow), enabled: here })
  useCommand('favourite', {
    run: () => void setFavourite(subjects(), !areFavourites),
    enabled: here,
    words: t(areFavourites ? 'wall.unfavourite' : 'wall.favourite'),
  })
  useCommand('plan-quilt', { run: () => void planSubject(), enabled: here && count === 1 })
  useCommand('trash', { run: () => void thenClear(trash(subjects())), enabled: here })
  useCommand('restore', { run: () => void thenClear(restore(subjects())), enabled: count > 0 && isTrash })
  useCommand('redraw', { run: () => void redraw(subjects()), enabled: count > 0 })
  useCommand('pictures-small', { run: () => setPictureSize('small'), checked: size === positionOf('small') })
  useCommand('pictures-medium', { run: () => setPictureSize('medium'), checked: size === positionOf('medium') })
  useCommand('pictures-large', { run: () => setPictureSize('large'), checked: size === positionOf('large') })
}

/** Takes the chosen ones out of the collection she is in. */
export function takeOut(collectionId: string): void {
  void thenClear(collect(subjects(), collectionId, false))
}

/** What was chosen is not here any more; the keyboard stays where it stood. */
async function thenClear(change: Promise<boolean>): Promise<void> {
  if (await change) clearChosen()
}

function lookAtSubject(): void {
  const { active } = useSelection.getState()
  if (active >= 0) void lookAtIndex(active)
}

async function planSubject(): Promise<void> {
  await chooseSubject()
  const [id] = subjects()
  if (id !== undefined) openPlan(id)
}

function moreLikeSubject(): void {
  const [id] = subjects()
  if (id !== undefined) void moreLike(id)
}

function prepareSubject(): void {
  const [id] = subjects()
  if (id !== undefined) openPrepare(id)
}

async function toPage(): Promise<void> {
  const { active } = useSelection.getState()
  await chooseSubject()
  if (active >= 0) openPage()
}

async function askPane(kind: AskKind, narrow: boolean): Promise<void> {
  await chooseSubject()
  if (narrow) openPage()
  askFor(kind)
}

/** Whether every chosen one is a favourite already, as far as the cards at hand can tell. */
function useAreFavourites(): boolean {
  const isPlace = usePlaces(state => state.place.kind === 'favourites')
  const { chosen, active } = useSelection()
  // The answer and not the pages: those change with every scroll.
  const areAll = useWall(({ pages }) => {
    if (chosen.size === 0) return cardAt(pages, active)?.favourite ?? false
    if (chosen.size > LOOKED_UP) return false
    let found = 0
    for (const page of pages.values()) for (const card of page) if (card.favourite && chosen.has(card.id)) found++
    return found === chosen.size
  })
  return isPlace || areAll
}
