import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { Config } from '#server/config.ts'
import { Refusal } from '#server/refusal.ts'
import type { Letter } from './letters.ts'

export interface Mail extends Letter {
  readonly to: string
}

export interface Mailer {
  /** Resolves when the mail is handed over. @throws Refusal `mail-trouble` */
  send(mail: Mail): Promise<void>
}

const TIMEOUT_MS = 20_000

/** `url`: smtp(s)://user:password@host:port. */
export function createSmtpMailer({
  url,
  from,
  onTrouble,
}: {
  url: string
  from: string
  onTrouble: (error: unknown) => void
}): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A letter holds nothing but text of ours.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      try {
        // As an object: an address with a comma in it must not become two.
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
      } catch (error) {
        onTrouble(withoutAddresses(error))
        throw noMail()
      }
    },
  }
}

/** For a computer one works on: every mail becomes a file, and is told. */
export function createOutboxMailer(options: {
  readonly dir: string
  readonly clock: Clock
  readonly random: Random
  readonly tell: (mail: Mail) => void
}): Mailer {
  return {
    async send(mail) {
      await mkdir(options.dir, { recursive: true, mode: 0o700 })
      const file = join(options.dir, `${uuidV7(options.clock, options.random)}.txt`)
      await writeFile(file, `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}`, { mode: 0o600 })
      options.tell(mail)
    },
  }
}

/** As the settings say. Without any, codes are made by the operator alone. */
export function createMailer(options: {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'outbox'>
  readonly clock: Clock
  readonly random: Random
  readonly onTrouble: (error: unknown, doing: string) => void
}): Mailer {
  const { config, clock, random, onTrouble } = options
  if (config.smtpUrl !== null) {
    const { smtpUrl: url, mailFrom: from } = config
    return createSmtpMailer({ url, from, onTrouble: error => onTrouble(error, 'sending mail') })
  }
  if (config.outbox !== null) {
    const tell = ({ to, subject }: Mail) => void process.stderr.write(`Mail to ${to}: ${subject}\n`)
    return createOutboxMailer({ dir: config.outbox, clock, random, tell })
  }
  return {
    async send() {
      onTrouble(new Error('neither BOBBIN_SMTP_URL nor BOBBIN_OUTBOX is set'), 'sending mail')
      throw noMail()
    },
  }
}

const noMail = (): Refusal =>
  new Refusal('mail-trouble', 'The mail could not be sent. Please try again in a few minutes.', 503, 60)

/** What a mail server says repeats whom the mail was for; the log is no place for that. */
function withoutAddresses(error: unknown): { code: unknown; responseCode: unknown; command: unknown } {
  const { code, responseCode, command } = error as Record<string, unknown>
  return { code, responseCode, command }
}
