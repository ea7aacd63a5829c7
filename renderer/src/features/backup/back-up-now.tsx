import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { backUpNow } from './backup-store.ts'

/** At once instead of in a moment; for whoever wants to see it done before she goes. */
export function BackUpNow() {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)

  async function run() {
    setBusy(true)
    await backUpNow()
    setBusy(false)
  }

  return (
    <Button icon={<RefreshCw aria-hidden="true" />} isDisabled={isBusy} onPress={() => void run()}>
      {t('backup.page.now')}
    </Button>
  )
}
