import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { changeSignIn, goToStep, signInByPairing, useSignIn } from './sign-in-store.ts'
import { addressTyped, codeTyped, SHORTEST_CODE } from './typed-code.ts'
import { WordField } from './word-field.tsx'

/** The code that a computer of hers shows. */
export function PairingStep() {
  const { t } = useTranslation()
  const { code, address, isAddressFixed, isBusy } = useSignIn()
  const [isTried, setTried] = useState(false)
  const isWhole = codeTyped(code).length >= SHORTEST_CODE
  const isAddressGood = addressTyped(address) !== null

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isWhole && isAddressGood) void signInByPairing()
  }

  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      <h3 className="sign-in-title">{t('signIn.pairingTitle')}</h3>
      <p>{t('signIn.pairingWhere')}</p>
      {isAddressFixed ? null : (
        <WordField
          label={t('signIn.cloud')}
          hint={t('signIn.cloudHint')}
          type="url"
          value={address}
          onChange={text => changeSignIn({ address: text })}
          problem={isTried && !isAddressGood ? t('signIn.cloudWrong') : null}
          input={{ placeholder: 'https://', maxLength: 500 }}
        />
      )}
      <WordField
        label={t('signIn.pairing')}
        hint={t('signIn.codeHint')}
        value={code}
        onChange={text => changeSignIn({ code: text })}
        autoFocus
        isCode
        input={{ autoComplete: 'off', maxLength: 200 }}
      />
      <Button look="primary" wide type="submit" isDisabled={isBusy || !isWhole}>
        {t(isBusy ? 'signIn.signingIn' : 'signIn.signIn')}
      </Button>
      <div className="sign-in-row">
        <Button look="plain" isDisabled={isBusy} onPress={() => goToStep('email')}>
          {t('signIn.back')}
        </Button>
      </div>
    </form>
  )
}
