import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { codeLetter } from './letters.ts'
import { createMailer, createOutboxMailer } from './mail.ts'

const clock = { now: Date.now }
const random = { bytes: (count: number) => randomBytes(count) }

/** A mail server that takes every mail, or refuses everybody. */
async function mailServer(refuses = false): Promise<{ url: string; lines: string[] }> {
  const lines: string[] = []
  const server = createServer((socket: Socket) => {
    let isText = false
    socket.write('220 here\r\n')
    let left = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      const all = (left + part).split('\r\n')
      left = all.pop() ?? ''
      for (const line of all) {
        lines.push(line)
        if (isText) {
          isText = line !== '.'
          if (!isText) socket.write('250 taken\r\n')
        } else if (line === 'DATA') {
          isText = true
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write(refuses && line.startsWith('RCPT') ? `550 no ${line}\r\n` : '250 yes\r\n')
      }
    })
    socket.on('error', () => {})
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, lines }
}

const settings = { smtpUrl: null, mailFrom: 'Bobbin <bobbin@cloud.example>', outbox: null }

test('a letter goes to the one mailbox it is for, whatever stands in it', async () => {
  const { url, lines } = await mailServer()
  const mailer = createMailer({ config: { ...settings, smtpUrl: url }, clock, random, onTrouble: () => {} })
  await mailer.send({ to: 'rose@example.org', ...codeLetter('HJ4K-7MRT') })
  expect(lines.filter(line => line.startsWith('RCPT'))).toEqual(['RCPT TO:<rose@example.org>'])
  expect(lines).toContain('Subject: HJ4K-7MRT is your code for Bobbin')
  expect(lines).toContain('    HJ4K-7MRT')
  lines.length = 0
  await mailer
    .send({ to: 'rose@example.org,thief@example.org', subject: 'a\r\nBcc: thief@example.org', text: 'b' })
    .catch(() => {})
  expect(lines.filter(line => /^(RCPT TO:<thief|Bcc:)/i.test(line))).toEqual([])
})

test('a mail that cannot be sent is said, and what is logged names nobody', async () => {
  const { url } = await mailServer(true)
  const onTrouble = vi.fn()
  const mailer = createMailer({ config: { ...settings, smtpUrl: url }, clock, random, onTrouble })
  await expect(mailer.send({ to: 'rose@example.org', subject: 'a', text: 'b' })).rejects.toMatchObject({
    code: 'mail-trouble',
    status: 503,
  })
  expect(onTrouble).toHaveBeenCalledOnce()
  expect(JSON.stringify(onTrouble.mock.calls)).not.toContain('rose')
})

test('to try things out, mails become files that only this person may read, and are told', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bobbin-outbox-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const tell = vi.fn()
  const outbox = createOutboxMailer({ dir, clock, random, tell })
  await outbox.send({ to: 'rose@example.org', ...codeLetter('HJ4K-7MRT') })
  const [name] = await readdir(dir)
  expect(await readFile(join(dir, name!), 'utf8')).toContain('To: rose@example.org\nSubject: HJ4K-7MRT is your code')
  if (process.platform !== 'win32') expect((await stat(join(dir, name!))).mode & 0o777).toBe(0o600)
  expect(tell).toHaveBeenCalledOnce()
})

test('without any mail configured a code cannot be sent, and the operator hears of it', async () => {
  const onTrouble = vi.fn()
  const mailer = createMailer({ config: settings, clock, random, onTrouble })
  await expect(mailer.send({ to: 'rose@example.org', subject: 'a', text: 'b' })).rejects.toMatchObject({ status: 503 })
  expect(onTrouble).toHaveBeenCalledOnce()
})
