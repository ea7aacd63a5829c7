/**
 * HostContract: what the shell around the core can do for the window. In Electron it is main, in the web shell the
 * loopback server; where a shell cannot do a thing it says so in `capabilities` and the window offers another way.
 */
import { z } from 'zod'
import { COMMAND_IDS, MENUS } from '#shared/commands/commands.ts'
import { type Client, type Handlers, method } from './method.ts'

const nothing = z.object({}).strict()
const path = z.string().min(1).max(4_096)

const capabilities = z.object({
  shell: z.enum(['electron', 'web']),
  /** Native dialogs answer with paths. The web shell streams files and browses folders through `host.folders`. */
  nativeDialogs: z.boolean(),
  /** Whether dropped files have paths the core can read itself. */
  dropGivesPaths: z.boolean(),
  reveal: z.boolean(),
  /** `host.showMenu` is drawn by the system; without it the window's own buttons and the everything-box have to do. */
  nativeMenu: z.boolean(),
  /** `host.startDrag` hands files to the desktop and to other programs; without it a drag out is a download. */
  nativeDrag: z.boolean(),
  /** The library can be moved to another folder from the window. */
  movesLibrary: z.boolean(),
  /** Newer versions are looked for and brought in by the shell. */
  updates: z.boolean(),
  /** `host.supportReport` has something to tell. */
  support: z.boolean(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  version: z.string(),
})

const menuLine = z.object({
  id: z.enum(COMMAND_IDS),
  label: z.string().max(200),
  keys: z.string().max(40).nullable(),
  group: z.boolean(),
  enabled: z.boolean(),
  checked: z.boolean().nullable(),
})

const menuWords = z.object({
  menu: z.enum(MENUS),
  label: z.string().max(200),
  lines: z.array(menuLine).max(100).readonly(),
})

/**
 * `off`: she switched it off; `idle`: not looked yet; `newest`: this is the newest; `ready`: a newer one is here and is put in place when
 * Bobbin closes; `failed`: could not be looked for (no internet is a normal thing).
 */
const update = z.object({
  state: z.enum(['off', 'idle', 'looking', 'fetching', 'ready', 'newest', 'failed']),
  /** Of the newer one, as far as it is known. */
  version: z.string().nullable(),
  /** When the last look was done. */
  lookedAt: z.number().int().nullable(),
  automatic: z.boolean(),
})

/** Facts of the library for a report, as the window has them: the shell around the core does not ask the core itself. */
const libraryFacts = z
  .object({
    patterns: z.number().int(),
    collections: z.number().int(),
    trashed: z.number().int(),
    lastSnapshotAt: z.number().int().nullable(),
    notice: z.string().max(100).nullable(),
  })
  .strict()

const supportText = z.string().min(1).max(1_000_000)

export const hostContract = {
  'host.capabilities': method(nothing, capabilities),
  /** Native dialog; null when she closed it. */
  'host.chooseSources': method(
    z.object({ what: z.enum(['folder', 'files']) }).strict(),
    z.object({ paths: z.array(path) }).nullable(),
  ),
  'host.chooseFolder': method(z.object({ title: z.string().max(200) }).strict(), z.object({ path }).nullable()),
  /** Folders below `under` (default: her home), for a shell without native dialogs. Never outside her home and the drives. */
  'host.folders': method(
    z.object({ under: path.optional() }).strict(),
    z.object({ path, parent: path.nullable(), folders: z.array(z.object({ name: z.string(), path })) }),
  ),
  'host.makeFolder': method(
    z.object({ under: path, name: z.string().trim().min(1).max(100) }).strict(),
    z.object({ path }),
  ),
  'host.reveal': method(z.object({ path }).strict(), nothing),
  'host.openLink': method(z.object({ url: z.url().max(2_000) }).strict(), nothing),

  /** Draws the system's menu anew. A press comes back as the event `host.command`. */
  'host.showMenu': method(z.object({ menus: z.array(menuWords).max(10).readonly() }).strict(), nothing),

  /** During a drag that begins in the window: hands these files to the system. Only files the library has made or keeps. */
  'host.startDrag': method(z.object({ paths: z.array(path).min(1).max(500) }).strict(), nothing),

  /** Files she opened with Bobbin before the window listened to `host.openFiles`. Each is told once. */
  'host.takeOpenFiles': method(nothing, z.object({ paths: z.array(path) })),

  'host.update': method(nothing, update),
  'host.lookForUpdate': method(nothing, update),
  'host.setAutomaticUpdates': method(z.object({ on: z.boolean() }).strict(), update),

  /** The whole text that would go to support. `sendsTo`: where it can be sent from here, null where it can only be kept. */
  'host.supportReport': method(
    z.object({ library: libraryFacts.nullable() }).strict(),
    z.object({ text: z.string(), sendsTo: z.string().nullable() }),
  ),
  /** Sends the text as she read it, after she said so. Answers what support calls it, where it gives it a name. */
  'host.sendSupport': method(
    z.object({ text: supportText }).strict(),
    z.object({ reference: z.string().max(100).nullable() }),
  ),

  'host.libraryPlace': method(nothing, z.object({ dir: path, movable: z.boolean() })),
  /**
   * Copies the library to `to` (an empty or new folder), checks every byte and opens it there; the old folder stays as it is. Whatever
   * goes wrong, the old one is opened again.
   */
  'host.moveLibrary': method(
    z.object({ to: path }).strict(),
    z.object({ dir: path, oldDir: path }),
    z.object({ step: z.enum(['copying', 'checking', 'opening']), done: z.number(), total: z.number() }),
  ),
} as const

export const hostEvents = {
  /** The library process went away and was started once more; or could not be. */
  'host.library': z.object({ state: z.enum(['restarted', 'gone']), message: z.string() }),
  /** A line of the system's menu was pressed. */
  'host.command': z.object({
    id: z.enum(COMMAND_IDS),
    /** By its keys, not by pointing at it: in a text field undo then means the typing. */
    byKeys: z.boolean(),
  }),
  /** She opened pattern files with Bobbin (double-click, "Open with", dropped on the icon) while the window is there. */
  'host.openFiles': z.object({ paths: z.array(path) }),
  'host.update': update,
} as const

export type HostContract = typeof hostContract
export type HostEvents = typeof hostEvents
export type HostClient = Client<HostContract, HostEvents>
export type HostHandlers = Handlers<HostContract>
export type Capabilities = z.infer<typeof capabilities>
export type UpdateState = z.infer<typeof update>
export type LibraryFacts = z.infer<typeof libraryFacts>
