/** The system's menu shows what the window can do now, in the window's words; what is pressed there is done here. */
import { COMMAND_IDS, COMMANDS, type CommandId, type MenuWords, MENUS } from '#shared/commands/commands.ts'
import { isSingleKey } from '#shared/commands/keys.ts'
import { host, shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { commandOf, type Offer, runCommand, useOffers } from './commands.ts'
import { belongsToText, doInText } from './text-keys.ts'

/** A menu that changes more often than this cannot be read, and every change is a message to another process. */
const PAUSE_MS = 100

/**
 * Every command of the table in its menu, always in the same place; what nobody offers at the moment is grey.
 *
 * @param singleKeys whether letters alone do something (Settings)
 */
export function menuWords(offers: ReadonlyMap<CommandId, readonly Offer[]>, singleKeys: boolean): MenuWords[] {
  return MENUS.map(menu => ({
    menu,
    label: t(`menu.${menu}`),
    lines: COMMAND_IDS.filter(id => COMMANDS[id].menu === menu).map(id => {
      const command = commandOf(offers, id)
      const { keys, group } = COMMANDS[id]
      return {
        id,
        label: command?.words ?? t(`command.${id}`),
        keys: keys !== null && isSingleKey(keys) && !singleKeys ? null : keys,
        group: group ?? false,
        enabled: command?.enabled ?? false,
        checked: command?.checked ?? null,
      }
    }),
  }))
}

/** Sends the latest at once and then at most every 100 ms; what is the same as before is not sent. */
export function createMenuSender(send: (menus: MenuWords[]) => void): (menus: MenuWords[]) => void {
  let sent = ''
  let next: MenuWords[] | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    timer = undefined
    const menus = next
    next = null
    if (menus === null) return
    const written = JSON.stringify(menus)
    if (written === sent) return
    sent = written
    send(menus)
    timer = setTimeout(flush, PAUSE_MS)
  }

  return menus => {
    next = menus
    if (timer === undefined) flush()
  }
}

/** Keeps the system's menu true while the window is there. Returns the function that stops. */
export function followNativeMenu(singleKeys: boolean): () => void {
  if (!shell().capabilities.nativeMenu) return () => {}
  // A menu that could not be drawn stays as it was; everything in it is in the window as well.
  const send = createMenuSender(menus => void host.call('host.showMenu', { menus }).catch(() => undefined))
  const draw = () => send(menuWords(useOffers.getState().offers, singleKeys))
  draw()
  const stops = [useOffers.subscribe(draw), host.on('host.command', ({ id, byKeys }) => pressed(id, byKeys))]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Behind an open sheet nothing of the window is reached, except for what helps to read it. Looking closely is a page, not a sheet. */
const ABOVE_SHEETS = new Set(['view', 'help'])

function pressed(id: CommandId, byKeys: boolean): void {
  const focus = document.activeElement
  if (byKeys && belongsToText(id, focus)) return doInText(id)
  if (byKeys && COMMANDS[id].where === 'wall' && !focus?.closest('#wall')) return
  if (document.querySelector('.sheet-scrim') && !ABOVE_SHEETS.has(COMMANDS[id].menu ?? '')) return
  runCommand(id)
}
