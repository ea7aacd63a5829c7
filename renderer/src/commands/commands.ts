/**
 * What can be done at this moment, by name. The part of the window that can do a thing offers it while it is on the screen; the menu,
 * the everything-box, the keys and the right-click menu all ask here, so that an action is the same wherever it is pressed.
 */
import { useEffect, useMemo, useRef } from 'react'
import { create } from 'zustand'
import { COMMANDS, type CommandId, COMMAND_IDS } from '#shared/commands/commands.ts'
import { t } from '#renderer/i18n/i18n.ts'

export interface Offer {
  readonly run: () => void
  /** False: shown, but not to be pressed now. Default true. */
  readonly enabled?: boolean
  /** A check mark in menus; absent: none. */
  readonly checked?: boolean
  /** What it is called now, where that changes: "Undo moving 3 to the trash". */
  readonly words?: string
}

/** A command as it stands. */
export interface Command extends Required<Pick<Offer, 'run' | 'enabled'>> {
  readonly id: CommandId
  readonly words: string
  readonly checked: boolean | null
}

/** The last who offered a command does it: a page over the wall comes before the wall. */
export const useOffers = create<{ offers: ReadonlyMap<CommandId, readonly Offer[]> }>(() => ({ offers: new Map() }))

/** Offers a command until the returned function is called. */
export function offerCommand(id: CommandId, offer: Offer): () => void {
  const mine = holdOffer(id)
  mine.set(offer)
  return mine.withdraw
}

interface HeldOffer {
  readonly set: (offer: Offer) => void
  readonly withdraw: () => void
}

/** An offer that may change and keeps its place: the wall, changed behind a page, does not come before the page. */
export function holdOffer(id: CommandId): HeldOffer {
  let held: Offer | null = null
  return {
    set(offer) {
      const old = held
      held = offer
      change(id, list => (old === null ? [...list, offer] : list.map(one => (one === old ? offer : one))))
    },
    withdraw() {
      const old = held
      held = null
      change(id, list => list.filter(one => one !== old))
    },
  }
}

function change(id: CommandId, by: (list: readonly Offer[]) => readonly Offer[]): void {
  useOffers.setState(({ offers }) => {
    const next = new Map(offers)
    const list = by(next.get(id) ?? [])
    if (list.length === 0) next.delete(id)
    else next.set(id, list)
    return { offers: next }
  })
}

/** Offers a command while the component is shown. `run` may be a new function each time. */
export function useCommand(id: CommandId, { run, enabled = true, checked, words }: Offer): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const held = useMemo(() => holdOffer(id), [id])
  useEffect(
    () =>
      held.set({
        run: () => latest.current(),
        enabled,
        ...(checked === undefined ? {} : { checked }),
        ...(words === undefined ? {} : { words }),
      }),
    [held, enabled, checked, words],
  )
  useEffect(() => held.withdraw, [held])
}

export function commandOf(offers: ReadonlyMap<CommandId, readonly Offer[]>, id: CommandId): Command | null {
  const offer = offers.get(id)?.at(-1)
  if (!offer) return null
  return {
    id,
    run: offer.run,
    enabled: offer.enabled ?? true,
    checked: offer.checked ?? null,
    words: offer.words ?? t(`command.${id}`),
  }
}

/** Everything on offer, in the order of the menus. */
export function commandsOf(offers: ReadonlyMap<CommandId, readonly Offer[]>): Command[] {
  return COMMAND_IDS.flatMap(id => commandOf(offers, id) ?? [])
}

/** Does it, if somebody offers it now. Answers whether it was done. */
export function runCommand(id: CommandId): boolean {
  const command = commandOf(useOffers.getState().offers, id)
  if (!command?.enabled) return false
  command.run()
  return true
}

/** The keys a button or menu line shows beside its words. */
export function keysOf(id: CommandId): string | null {
  return COMMANDS[id].keys
}
