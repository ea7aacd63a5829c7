import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useFocusAtOnce } from '#renderer/ui/use-focus-at-once.ts'
import { useIsArriving } from '../arriving.tsx'
import { endSignIn, useSignIn } from './sign-in-store.ts'

/** It goes on by itself from here, and she reads that it does. */
export function DoneStep() {
  const { t } = useTranslation()
  const isAgain = useSignIn(state => state.isAgain)
  const isComing = useIsArriving()
  const place = useFocusAtOnce<HTMLButtonElement>(true)
  const words = isAgain ? 'doneAgain' : isComing ? 'doneComing' : 'done'
  return (
    <div className="sign-in">
      <Notice tone="ok" title={t(words === 'done' ? 'signIn.doneTitle' : `signIn.${words}`)}>
        {t(`signIn.${words}Text`)}
      </Notice>
      {isAgain ? null : <p>{t('signIn.doneChip')}</p>}
      <Button look="primary" wide ref={place} onPress={endSignIn}>
        {t('signIn.done')}
      </Button>
    </div>
  )
}
