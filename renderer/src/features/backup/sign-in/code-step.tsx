import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { changeSignIn, goToStep, sendCode, signInWithCode, useSignIn } from './sign-in-store.ts'
import { codeTyped, SHORTEST_CODE } from './typed-code.ts'
import { WordField } from './word-field.tsx'

/** The code from her mailbox, large, however she types it. */
export function CodeStep() {
  const { t } = useTranslation()
  const { email, code, isBusy, isSentAgain } = useSignIn()
  const isWhole = codeTyped(code).length >= SHORTEST_CODE

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isWhole) void signInWithCode()
  }

  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      <h3 className="sign-in-title">{t('signIn.codeTitle')}</h3>
      <p role="status">{t(isSentAgain ? 'signIn.sentAgain' : 'signIn.codeSent', { email: email.trim() })}</p>
      <WordField
        label={t('signIn.code')}
        hint={t('signIn.codeHint')}
        value={code}
        onChange={text => changeSignIn({ code: text })}
        autoFocus
        isCode
        input={{ autoComplete: 'one-time-code', maxLength: 200 }}
      />
      <Button look="primary" wide type="submit" isDisabled={isBusy || !isWhole}>
        {t(isBusy ? 'signIn.signingIn' : 'signIn.signIn')}
      </Button>
      <p className="sign-in-hint">{t('signIn.noMail')}</p>
      <div className="sign-in-row">
        <Button look="plain" isDisabled={isBusy} onPress={() => void sendCode(true)}>
          {t('signIn.again')}
        </Button>
        <Button look="plain" isDisabled={isBusy} onPress={() => goToStep('email')}>
          {t('signIn.otherEmail')}
        </Button>
      </div>
    </form>
  )
}
