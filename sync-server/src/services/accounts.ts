import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { AccountAnswer } from '#shared/sync/auth.ts'
import type { Role } from '#server/db/account-tables.ts'
import type { Control } from '#server/db/control.ts'
import { Refusal } from '#server/refusal.ts'
import { newSlug } from './slug.ts'
import type { Tenants } from './tenants.ts'

export interface Account {
  readonly id: string
  readonly tenantId: string
  readonly slug: string
  readonly email: string
  readonly role: Role
  readonly createdAt: number
}

export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export interface Accounts {
  byEmail(email: string): Promise<Account | null>
  byId(id: string): Promise<Account | null>
  byIdentity(identity: Identity): Promise<Account | null>
  /** The owner of a tenant. */
  ofTenant(tenantId: string): Promise<Account | null>
  /** A new account with a tenant of its own. Of two that come at once for one e-mail, both get the one account. */
  open(email: string): Promise<Account>
  /** The owner of a tenant that is there already. @throws Refusal `email-taken` */
  addOwner(tenantId: string, email: string): Promise<Account>
  /** Whether this identity may be linked to the account: it has none of this issuer yet. */
  link(account: Account, identity: Identity): Promise<boolean>
  /**
   * Another e-mail, changed by `actor`: an account's id, or `operator`. What was linked by the old one is unlinked: whoever holds the old mailbox holds that, too.
   * @throws Refusal `email-taken`
   */
  changeEmail(account: Account, email: string, actor: string): Promise<void>
  answer(account: Account): AccountAnswer
}

export interface AccountsOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly tenants: Pick<Tenants, 'create'>
}

const taken = (): Refusal => new Refusal('email-taken', 'This e-mail belongs to another Bobbin account.', 409)
const isUniqueViolation = (error: unknown): boolean => (error as { code?: string }).code === '23505'

export function createAccounts({ control, clock, random, tenants }: AccountsOptions): Accounts {
  const accounts = () =>
    control
      .selectFrom('account')
      .innerJoin('tenant', 'tenant.id', 'account.tenant_id')
      .select(['account.id', 'account.tenant_id', 'account.email', 'account.role', 'account.created_at', 'tenant.slug'])

  type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirst']>>>
  const accountOf = (row: Row | undefined): Account | null =>
    row === undefined
      ? null
      : {
          id: row.id,
          tenantId: row.tenant_id,
          slug: row.slug,
          email: row.email,
          role: row.role,
          createdAt: row.created_at.getTime(),
        }

  const byEmail = async (email: string) =>
    accountOf(await accounts().where('account.email', '=', email).executeTakeFirst())

  async function insert(tenantId: string, email: string): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await control
      .insertInto('account')
      .values({
        id: uuidV7(clock, random),
        tenant_id: tenantId,
        email,
        created_at: new Date(clock.now()),
        last_seen_at: null,
      })
      .onConflict(conflict => conflict.column('email').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }

  return {
    byEmail,
    async byId(id) {
      return accountOf(await accounts().where('account.id', '=', id).executeTakeFirst())
    },
    async byIdentity({ issuer, subject }) {
      const row = await accounts()
        .innerJoin('account_identity', 'account_identity.account_id', 'account.id')
        .where('account_identity.issuer', '=', issuer)
        .where('account_identity.subject', '=', subject)
        .executeTakeFirst()
      return accountOf(row)
    },
    async ofTenant(tenantId) {
      const owner = accounts().where('account.tenant_id', '=', tenantId).where('account.role', '=', 'owner')
      return accountOf(await owner.orderBy('account.created_at').executeTakeFirst())
    },
    async open(email) {
      const { id } = await tenants.create(newSlug(random))
      // Where the other one was first, this tenant has no account and goes with the empty ones (`bobbin-cloud account sweep`).
      await insert(id, email)
      const account = await byEmail(email)
      if (account === null) throw new Refusal('try-again', 'That did not work. Please try again.', 503, 1)
      return account
    },
    async addOwner(tenantId, email) {
      if (!(await insert(tenantId, email))) throw taken()
      return (await byEmail(email))!
    },
    async link(account, { issuer, subject }) {
      // One statement, so that of two at once one is linked.
      const { numInsertedOrUpdatedRows } = await control
        .insertInto('account_identity')
        .columns(['issuer', 'subject', 'account_id', 'email', 'linked_at'])
        .expression(query =>
          query
            .selectFrom('account')
            .select(row => [
              row.val(issuer).as('issuer'),
              row.val(subject).as('subject'),
              'account.id as account_id',
              'account.email as email',
              row.val(new Date(clock.now())).as('linked_at'),
            ])
            .where('account.id', '=', account.id)
            .where('account.email', '=', account.email)
            .where(row =>
              row.not(
                row.exists(
                  row
                    .selectFrom('account_identity')
                    .select('subject')
                    .where('account_id', '=', account.id)
                    .where('issuer', '=', issuer),
                ),
              ),
            ),
        )
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    async changeEmail(account, email, actor) {
      await control.transaction().execute(async trx => {
        try {
          await trx.updateTable('account').set({ email }).where('id', '=', account.id).execute()
        } catch (error) {
          throw isUniqueViolation(error) ? taken() : error
        }
        await trx
          .deleteFrom('account_identity')
          .where('account_id', '=', account.id)
          .where('email', '!=', email)
          .execute()
        await trx.deleteFrom('sign_in_code').where('email', '=', account.email).execute()
        await trx
          .insertInto('audit_log')
          .values({ tenant_id: account.tenantId, actor, action: 'account.change-email', detail: '{}' })
          .execute()
      })
    },
    answer: ({ id, tenantId, slug, email, role, createdAt }) => ({ id, tenantId, slug, email, role, createdAt }),
  }
}
