import type { Command } from './command.ts'

type Load = () => Promise<{ readonly command: Command }>

/** Every command, loaded only when it is used: starting must stay quick. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  info: () => import('./commands/info.ts'),
  convert: () => import('./commands/convert.ts'),
  plan: () => import('./commands/plan.ts'),
  prepare: () => import('./commands/prepare.ts'),
  render: () => import('./commands/render.ts'),
  import: () => import('./commands/import.ts'),
  list: () => import('./commands/list.ts'),
  search: () => import('./commands/search.ts'),
  similar: () => import('./commands/similar.ts'),
  sketch: () => import('./commands/sketch.ts'),
  duplicates: () => import('./commands/duplicates.ts'),
  export: () => import('./commands/export.ts'),
  sendings: () => import('./commands/sendings.ts'),
  machines: () => import('./commands/machines.ts'),
  formats: () => import('./commands/formats.ts'),
  verify: () => import('./commands/verify.ts'),
  'save-all': () => import('./commands/save-all.ts'),
  login: () => import('./commands/login.ts'),
  sync: () => import('./commands/sync.ts'),
  status: () => import('./commands/status.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
}
