import { AtSign } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { codeTyped, looksLikeEmail, SHORTEST_CODE } from '../sign-in/typed-code.ts'
import { WordField } from '../sign-in/word-field.tsx'

type Step = 'closed' | 'email' | 'code'

/** Another e-mail for her account, so that a mailbox she loses locks her out of nothing. */
export function ChangeEmail() {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('closed')
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isReady = step === 'email' ? looksLikeEmail(email) : codeTyped(code).length >= SHORTEST_CODE

  function close() {
    setStep('closed')
    setEmail('')
    setCode('')
  }

  async function goOn() {
    if (step === 'email') {
      await library.call('sync.changeEmail', { email: email.trim() })
      setStep('code')
      return
    }
    const { account } = await library.call('sync.confirmEmail', { email: email.trim(), code: codeTyped(code) })
    close()
    toast(t('computers.emailDone', { email: account?.email ?? email.trim() }))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isReady || isBusy) return
    setBusy(true)
    await goOn().catch(say)
    setBusy(false)
  }

  if (step === 'closed')
    return (
      <div>
        <Button look="plain" icon={<AtSign aria-hidden="true" />} onPress={() => setStep('email')}>
          {t('computers.emailChange')}
        </Button>
      </div>
    )
  return (
    <form
      className="backup-ask"
      aria-label={t('computers.emailChange')}
      onSubmit={event => void submit(event)}
      noValidate
    >
      {step === 'email' ? (
        <WordField
          label={t('computers.emailNew')}
          hint={t('computers.emailHint')}
          value={email}
          onChange={setEmail}
          type="email"
          autoFocus
          input={{ autoComplete: 'email', maxLength: 254 }}
        />
      ) : (
        <>
          <p role="status">{t('computers.emailSent', { email: email.trim() })}</p>
          <WordField
            label={t('computers.emailCode')}
            value={code}
            onChange={setCode}
            autoFocus
            isCode
            input={{ autoComplete: 'one-time-code', maxLength: 200 }}
          />
        </>
      )}
      <div className="backup-ask-do">
        <Button type="submit" isDisabled={isBusy || !isReady}>
          {t(step === 'email' ? 'computers.emailSend' : 'computers.emailSave')}
        </Button>
        <Button look="plain" isDisabled={isBusy} onPress={close}>
          {t('computers.cancel')}
        </Button>
      </div>
    </form>
  )
}
