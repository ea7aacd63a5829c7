import type { Control } from '#server/db/control.ts'
import type { NightJob } from '#server/services/nights.ts'
import type { FileShelf } from './shelf.ts'

/** The files' part of a tenant's night: lets go of what nothing needs any more, and tells the registry how much room the rest takes. */
export function filesNight(files: FileShelf, control: Control): NightJob {
  return async tenant => {
    await files.collect(tenant)
    const { usedBytes } = await files.usage(tenant)
    await control.updateTable('tenant').set({ used_bytes: usedBytes }).where('id', '=', tenant.id).execute()
  }
}
