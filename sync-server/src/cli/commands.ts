/** The table of commands, by the words that call them. */
import type { Command } from './command.ts'
import { accountEmail, accountRotateKeys, accountSignOut, accountSweep } from './commands/accounts.ts'
import { serve } from './commands/serve.ts'
import { tenantCreate, tenantList, tenantSignInCode } from './commands/tenants.ts'

export const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  'tenant create': tenantCreate,
  'tenant sign-in-code': tenantSignInCode,
  'tenant list': tenantList,
  'account email': accountEmail,
  'account sign-out': accountSignOut,
  'account rotate-keys': accountRotateKeys,
  'account sweep': accountSweep,
}
