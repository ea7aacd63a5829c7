import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'

interface AskFirstProps {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly onYes: () => Promise<unknown>
  readonly onNo: () => void
}

/** What cannot be taken back with Undo says first what it does, in its place on the page. */
export function AskFirst({ title, text, yes, onYes, onNo }: AskFirstProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)

  async function agree() {
    setBusy(true)
    await onYes()
    setBusy(false)
  }

  return (
    <div className="backup-ask" role="group" aria-label={title}>
      <p className="backup-ask-title">{title}</p>
      <p>{text}</p>
      <div className="backup-ask-do">
        <Button isDisabled={isBusy} onPress={() => void agree()}>
          {yes}
        </Button>
        <Button look="plain" autoFocus isDisabled={isBusy} onPress={onNo}>
          {t('computers.cancel')}
        </Button>
      </div>
    </div>
  )
}
