/**
 * HostContract: what the shell around the core can do for the window. In Electron it is main, in the web shell the
 * loopback server; where a shell cannot do a thing it says so in `capabilities` and the window offers another way.
 */
import { z } from 'zod'
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
  /** Whether files can be dragged out of the window as files: `host.startDrag`. */
  nativeDrag: z.boolean(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  version: z.string(),
})

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
  /** Goes on with a drag that began in the window as one of files. Only what `sending.prepare` made; anything else is refused. */
  'host.startDrag': method(z.object({ paths: z.array(path).min(1).max(1_000) }).strict(), nothing),
  'host.openLink': method(z.object({ url: z.url().max(2_000) }).strict(), nothing),
} as const

export const hostEvents = {
  /** The library process went away and was started once more; or could not be. */
  'host.library': z.object({ state: z.enum(['restarted', 'gone']), message: z.string() }),
} as const

export type HostContract = typeof hostContract
export type HostEvents = typeof hostEvents
export type HostClient = Client<HostContract, HostEvents>
export type HostHandlers = Handlers<HostContract>
export type Capabilities = z.infer<typeof capabilities>
