import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { host, library, shell } from '#renderer/host/bobbin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { refreshLibrary, useLibrary } from './library-store.ts'

/** Breaks shorter than this are over before she could read about them. */
const PATIENCE_MS = 1_500

/** Said plainly above the wall: the core is gone, is back, or something happened at its start. */
export function LineBanner() {
  const { t } = useTranslation()
  const [isDown, setDown] = useState(false)
  const notice = useLibrary(state => state.info?.notice ?? null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let wasSaid = false
    const lineStop = shell().onLine(up => {
      if (timer) clearTimeout(timer)
      timer = null
      if (up) {
        setDown(false)
        if (wasSaid) toast(t('app.back'))
        wasSaid = false
      } else {
        timer = setTimeout(() => {
          wasSaid = true
          setDown(true)
        }, PATIENCE_MS)
      }
    })
    const hostStop = host.on('host.library', ({ state }) => {
      setDown(state === 'gone')
      if (state === 'restarted') toast(t('app.back'))
    })
    return () => {
      if (timer) clearTimeout(timer)
      lineStop()
      hostStop()
    }
  }, [t])

  async function dismiss() {
    await library.call('library.dismissNotice', {}).catch(() => undefined)
    await refreshLibrary().catch(() => undefined)
  }

  if (isDown) {
    return (
      <div className="banner">
        <Notice tone="warn" action={<Button onPress={() => location.reload()}>{t('app.goneDo')}</Button>}>
          {t('app.gone')}
        </Notice>
      </div>
    )
  }
  if (!notice) return null
  return (
    <div className="banner">
      <Notice tone="warn" action={<Button onPress={() => void dismiss()}>{t('app.gotIt')}</Button>}>
        {notice.message}
      </Notice>
    </div>
  )
}
