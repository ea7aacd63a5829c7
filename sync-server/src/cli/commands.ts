/** The table of commands, by the words that call them. */
import type { Command } from './command.ts'
import { accountEmail, accountRotateKeys, accountSignOut, accountSweep } from './commands/accounts.ts'
import { serve } from './commands/serve.ts'
import {
  check,
  clockAccept,
  clusterAdd,
  clusterClose,
  clusterList,
  clusterOpen,
  copies,
  migrate,
  resealCommand,
  tenantDelete,
  tenantExport,
  tenantMend,
  tenantMove,
  tenantPlace,
  tenantRestore,
  tenantResume,
  tenantSuspend,
} from './commands/upkeep.ts'
import { tenantCreate, tenantList, tenantSignInCode } from './commands/tenants.ts'

export const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  'tenant create': tenantCreate,
  'tenant sign-in-code': tenantSignInCode,
  'tenant list': tenantList,
  'tenant suspend': tenantSuspend,
  'tenant resume': tenantResume,
  'tenant export': tenantExport,
  'tenant restore': tenantRestore,
  'tenant mend': tenantMend,
  'tenant move': tenantMove,
  'tenant place': tenantPlace,
  'tenant delete': tenantDelete,
  'cluster add': clusterAdd,
  'cluster list': clusterList,
  'cluster open': clusterOpen,
  'cluster close': clusterClose,
  copies,
  migrate,
  check,
  reseal: resealCommand,
  'clock accept': clockAccept,
  'account email': accountEmail,
  'account sign-out': accountSignOut,
  'account rotate-keys': accountRotateKeys,
  'account sweep': accountSweep,
}
