import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { changeSignIn, goToStep, learnOffers, sendCode, signInWithGoogle, useSignIn } from './sign-in-store.ts'
import { addressTyped, looksLikeEmail } from './typed-code.ts'
import { WordField } from './word-field.tsx'

/** Her e-mail address, and the other ways in. */
export function EmailStep() {
  const { t } = useTranslation()
  const { email, address, isAddressFixed, offers, isBusy, isAgain } = useSignIn()
  // Nothing is called wrong while she is still typing.
  const [isTried, setTried] = useState(false)
  const isAddressGood = addressTyped(address) !== null

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isAddressGood && looksLikeEmail(email)) void sendCode(false)
  }

  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      <p>{t(isAgain ? 'signIn.leadAgain' : 'signIn.lead')}</p>
      {isAddressFixed ? null : (
        <WordField
          label={t('signIn.cloud')}
          hint={t('signIn.cloudHint')}
          type="url"
          value={address}
          onChange={text => changeSignIn({ address: text })}
          onBlur={() => void learnOffers()}
          problem={isTried && !isAddressGood ? t('signIn.cloudWrong') : null}
          input={{ placeholder: 'https://', maxLength: 500 }}
        />
      )}
      <WordField
        label={t('signIn.email')}
        hint={t('signIn.emailHint')}
        type="email"
        value={email}
        onChange={text => changeSignIn({ email: text })}
        problem={isTried && !looksLikeEmail(email) ? t('signIn.emailWrong') : null}
        autoFocus
        input={{ autoComplete: 'email', maxLength: 254 }}
      />
      {offers?.signUp === false ? <p className="sign-in-hint">{t('signIn.noSignUp')}</p> : null}
      <Button look="primary" wide type="submit" isDisabled={isBusy}>
        {t(isBusy ? 'signIn.sending' : 'signIn.send')}
      </Button>
      <div className="sign-in-ways">
        {offers?.google ? (
          <Button wide isDisabled={isBusy} onPress={() => void signInWithGoogle()}>
            {t('signIn.google')}
          </Button>
        ) : null}
        <Button look="plain" wide isDisabled={isBusy} onPress={() => goToStep('pairing')}>
          {t('signIn.havePairing')}
        </Button>
      </div>
    </form>
  )
}
