import { useTranslation } from 'react-i18next'
import { ButtonAtOnce } from '#renderer/ui/button-at-once.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useIsArriving } from '../arriving.tsx'
import { endSignIn, useSignIn } from './sign-in-store.ts'

/** It goes on by itself from here, and she reads that it does. */
export function DoneStep() {
  const { t } = useTranslation()
  const isAgain = useSignIn(state => state.isAgain)
  const isComing = useIsArriving()
  const words = isAgain ? 'doneAgain' : isComing ? 'doneComing' : 'done'
  return (
    <div className="sign-in">
      <Notice tone="ok" title={t(words === 'done' ? 'signIn.doneTitle' : `signIn.${words}`)}>
        {t(`signIn.${words}Text`)}
      </Notice>
      {isAgain ? null : <p>{t('signIn.doneChip')}</p>}
      <ButtonAtOnce look="primary" wide onPress={endSignIn}>
        {t('signIn.done')}
      </ButtonAtOnce>
    </div>
  )
}
