import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { COMMAND_IDS, COMMANDS, type CommandId, type MenuWords } from '#shared/commands/commands.ts'
import '#renderer/i18n/i18n.ts'
import { connectShell, type Shell } from '#renderer/host/bobbin.ts'
import { type Offer, offerCommand } from './commands.ts'
import { createMenuSender, followNativeMenu, menuWords } from './native-menu.ts'

const offered = (...offers: [CommandId, Partial<Offer>][]) =>
  new Map<CommandId, readonly Offer[]>(offers.map(([id, offer]) => [id, [{ run() {}, ...offer }]]))
const line = (menus: MenuWords[], id: CommandId) => menus.flatMap(menu => menu.lines).find(one => one.id === id)

describe('the words of the menu', () => {
  test('are every command of the table in its place, grey where nobody offers it now', () => {
    const menus = menuWords(offered(['undo', { words: 'Undo moving 3 to the trash' }]), true)
    expect(menus.map(menu => menu.label)).toEqual(['File', 'Edit', 'Pattern', 'View', 'Go', 'Help'])
    const shown = menus.flatMap(menu => menu.lines.map(one => one.id))
    expect(shown).toEqual(COMMAND_IDS.filter(id => COMMANDS[id].menu !== null))
    expect(line(menus, 'undo')).toMatchObject({ label: 'Undo moving 3 to the trash', enabled: true, keys: 'Mod+Z' })
    expect(line(menus, 'redo')).toMatchObject({ label: 'Redo', enabled: false })
  })

  test('say what is checked and what cannot be pressed', () => {
    const menus = menuWords(offered(['look-dark', { checked: true }], ['send', { enabled: false }]), true)
    expect(line(menus, 'look-dark')?.checked).toBe(true)
    expect(line(menus, 'send')).toMatchObject({ enabled: false, checked: null })
  })

  test('show no letters alone when she has switched those off', () => {
    expect(line(menuWords(offered(), true), 'send')?.keys).toBe('E')
    expect(line(menuWords(offered(), false), 'send')?.keys).toBeNull()
    expect(line(menuWords(offered(), false), 'trash')?.keys).toBe('Delete')
  })
})

describe('the menu is sent', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })
  const words = (label: string): MenuWords[] => [{ menu: 'go', label, lines: [] }]

  test('at once, then at most every 100 ms, the latest always', () => {
    const send = vi.fn()
    const offer = createMenuSender(send)
    for (const label of ['a', 'b', 'c']) offer(words(label))
    expect(send.mock.calls).toEqual([[words('a')]])
    vi.advanceTimersByTime(100)
    expect(send.mock.calls).toEqual([[words('a')], [words('c')]])
    offer(words('d'))
    vi.advanceTimersByTime(99)
    expect(send).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1)
    expect(send).toHaveBeenLastCalledWith(words('d'))
  })

  test('only when something changed', () => {
    const send = vi.fn()
    const offer = createMenuSender(send)
    offer(words('a'))
    offer(words('a'))
    vi.advanceTimersByTime(1_000)
    offer(words('a'))
    vi.advanceTimersByTime(1_000)
    expect(send).toHaveBeenCalledOnce()
  })
})

describe('a line of the menu that is pressed', () => {
  class FakeElement {
    readonly isContentEditable = false
    readonly tagName: string
    readonly isOnWall: boolean
    constructor(tagName: string, isOnWall = false) {
      this.tagName = tagName
      this.isOnWall = isOnWall
    }
    closest(): unknown {
      return this.isOnWall ? this : null
    }
  }
  const inText: string[] = []
  let press: (pressed: { id: CommandId; byKeys: boolean }) => void
  let sheet: unknown

  function open(focus: FakeElement) {
    inText.length = 0
    sheet = null
    vi.stubGlobal('HTMLElement', FakeElement)
    vi.stubGlobal('document', {
      activeElement: focus,
      querySelector: () => sheet,
      execCommand: (command: string) => inText.push(command),
    })
    const host = {
      call: async () => ({}),
      on(_name: string, listener: typeof press) {
        press = listener
        return () => {}
      },
    }
    connectShell({ capabilities: { nativeMenu: true }, host } as unknown as Shell)
    const run = vi.fn()
    const stops = (['undo', 'choose-all', 'trash', 'text-bigger'] as const).map(id =>
      offerCommand(id, { run: () => void run(id) }),
    )
    const stop = followNativeMenu(true)
    onTestFinished(() => {
      for (const end of [stop, ...stops]) end()
      vi.unstubAllGlobals()
    })
    return run
  }

  test('is done', () => {
    const run = open(new FakeElement('BODY'))
    press({ id: 'trash', byKeys: false })
    expect(run).toHaveBeenCalledExactlyOnceWith('trash')
    press({ id: 'send', byKeys: false })
    expect(run).toHaveBeenCalledOnce()
  })

  test('by its keys while she types is done to the text; pointed at, it is what it says', () => {
    const run = open(new FakeElement('INPUT'))
    press({ id: 'undo', byKeys: true })
    expect([inText, run.mock.calls]).toEqual([['undo'], []])
    press({ id: 'undo', byKeys: false })
    expect(run).toHaveBeenCalledExactlyOnceWith('undo')
  })

  test('by keys of the wall is done only while she is on the wall', () => {
    const elsewhere = open(new FakeElement('BUTTON'))
    press({ id: 'choose-all', byKeys: true })
    expect(elsewhere).not.toHaveBeenCalled()
    const onWall = open(new FakeElement('DIV', true))
    press({ id: 'choose-all', byKeys: true })
    expect(onWall).toHaveBeenCalledExactlyOnceWith('choose-all')
  })

  test('behind an open sheet is not reached, but text can be made bigger', () => {
    const run = open(new FakeElement('BODY'))
    sheet = {}
    press({ id: 'trash', byKeys: false })
    press({ id: 'text-bigger', byKeys: false })
    expect(run.mock.calls).toEqual([['text-bigger']])
  })
})
