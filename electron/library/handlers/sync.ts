import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { syncMethods } from '#shared/contract/library/sync.ts'
import { toBobbinError } from '../sync/cloud/cloud-error.ts'
import type { Sync } from '../sync/sync.ts'

type OwnHandlers = Pick<LibraryHandlers, keyof typeof syncMethods>

/** Backing up. What the cloud says instead of an answer is told as every other failure is. */
export function createSyncHandlers(sync: Sync): OwnHandlers {
  const { signIn, calls, attention } = sync
  return told({
    'sync.state': () => sync.state(),
    'sync.cloud': () => sync.cloud(),
    'sync.offers': ({ url }) => signIn.offers(url),
    async 'sync.sendCode'({ url, email }) {
      await signIn.sendCode(url, email)
      return {}
    },
    async 'sync.signIn'({ url, email, code }) {
      await signIn.withCode(url, email, code)
      return sync.state()
    },
    async 'sync.signInByPairing'({ url, code }) {
      await signIn.withPairing(url, code)
      return sync.state()
    },
    'sync.signInWithGoogle': async ({ url }) => ({ openUrl: await sync.withGoogle(url) }),
    async 'sync.signOut'() {
      await sync.signOut()
      return sync.state()
    },
    'sync.pause'({ paused }) {
      sync.pause(paused)
      return sync.state()
    },
    'sync.now': (_, { signal }) => sync.now(signal),
    'sync.settings': () => sync.settings(),
    'sync.setSettings': ({ onMetered, onBattery }) =>
      sync.setSettings({
        ...(onMetered === undefined ? {} : { onMetered }),
        ...(onBattery === undefined ? {} : { onBattery }),
      }),
    'sync.today': () => ({ happened: sync.today() }),
    'sync.attention': () => attention.list(),
    'sync.keepAside': ({ key }) => attention.keepAside(key),
    'sync.letAsideGo'({ key }) {
      attention.letAsideGo(key)
      return {}
    },
    'sync.answerBrake': ({ bringBack }) => attention.answerBrake(bringBack),
    'sync.useInstead': ({ key, field, stamp, value }) => attention.useInstead(key, field, stamp, value),
    async 'sync.settle'({ key, field, stamp }) {
      await attention.settle(key, field, stamp)
      return {}
    },
    'sync.history': async ({ key }) => ({ values: await attention.history(key) }),
    'sync.computers': async () => ({ computers: await sync.computers() }),
    async 'sync.renameComputer'({ id, name }) {
      await sync.renameComputer(id, name)
      return {}
    },
    async 'sync.revokeComputer'({ id }) {
      await sync.revokeComputer(id)
      return {}
    },
    async 'sync.changeEmail'({ email }) {
      await calls.changeEmail(email)
      return {}
    },
    async 'sync.confirmEmail'({ email, code }) {
      await sync.confirmEmail(email, code)
      return sync.state()
    },
    'sync.pairingCode': () => calls.pairingCode(),
    'sync.restoreToDay': ({ at }) => sync.restoreToDay(at),
    'sync.undoRestore': ({ restoreId }) => sync.undoRestore(restoreId),
  })
}

function told(handlers: OwnHandlers): OwnHandlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (input: never, call: never) => {
        try {
          return await (handler as (input: never, call: never) => unknown)(input, call)
        } catch (error) {
          throw toBobbinError(error)
        }
      },
    ]),
  ) as unknown as OwnHandlers
}
