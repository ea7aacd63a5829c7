import { useTranslation } from 'react-i18next'
import { openSignIn, useBackup } from '#renderer/features/backup/index.ts'
import { chooseFolder, openBringIn, startStarter } from '#renderer/features/bring-in/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ThreadDrawing } from '#renderer/ui/thread-drawing.tsx'
import './first-start.css'

/** The very first page: four ways in, none of them wrong, none of them needed by the others. */
export function FirstStart() {
  const { t } = useTranslation()
  const canBackUp = useBackup(({ state }) => state?.state === 'none')
  const ways = [
    { id: 'bring', look: 'primary', run: openBringIn },
    { id: 'open', look: 'outline', run: chooseFolder },
    ...(canBackUp ? [{ id: 'back', look: 'outline', run: openSignIn } as const] : []),
    { id: 'look', look: 'outline', run: () => void startStarter() },
  ] as const
  return (
    <div className="first-start">
      <ThreadDrawing of="feather" />
      <h2 className="first-title">{t('firstStart.title')}</h2>
      <p className="first-hint">{t('firstStart.hint')}</p>
      <ul className="first-ways">
        {ways.map(({ id, look, run }) => (
          <li key={id} className="first-way">
            <h3>{t(`firstStart.${id}.title`)}</h3>
            <p>{t(`firstStart.${id}.text`)}</p>
            <Button look={look} onPress={run}>
              {t(`firstStart.${id}.do`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
