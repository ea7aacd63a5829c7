import { Copy, FileDown, Send } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { host } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { makeReport } from './support-store.ts'
import './support.css'

type Told = { readonly tone: 'ok' | 'warn'; readonly words: string }

/** The consent, the text to read and to change, and the three ways it can go. */
export function SupportPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  const [sendsTo, setSendsTo] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const problem = (error: unknown) => setTold({ tone: 'warn', words: sentenceFor(problemOf(error)) })

  useEffect(() => {
    let isHere = true
    makeReport().then(
      report => {
        if (!isHere) return
        setText(report.text)
        setSendsTo(report.sendsTo)
      },
      (error: unknown) => isHere && setTold({ tone: 'warn', words: sentenceFor(problemOf(error)) }),
    )
    return () => {
      isHere = false
    }
  }, [])

  async function send(report: string) {
    setSending(true)
    try {
      const { reference } = await host.call('host.sendSupport', { text: report })
      setTold({ tone: 'ok', words: reference === null ? t('support.sent') : t('support.sentAs', { reference }) })
    } catch (error) {
      problem(error)
    }
    setSending(false)
  }

  function save(report: string) {
    const url = URL.createObjectURL(new Blob([report.replaceAll('\n', '\r\n')], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = url
    link.download = t('support.fileName')
    link.click()
    URL.revokeObjectURL(url)
    setTold({ tone: 'ok', words: t('support.saved') })
  }

  function copy() {
    // Without asking the browser for a permission of its own: what is selected in a field may always be copied by a press.
    field.current?.select()
    if (document.execCommand('copy')) setTold({ tone: 'ok', words: t('support.copied') })
  }

  const isEmpty = text === null || text.trim() === ''
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('support.title')}
      foot={
        <>
          <Button isDisabled={isEmpty} icon={<Copy aria-hidden="true" />} onPress={copy}>
            {t('support.copy')}
          </Button>
          <Button
            isDisabled={isEmpty}
            icon={<FileDown aria-hidden="true" />}
            look={sendsTo === null ? 'primary' : 'outline'}
            onPress={() => save(text ?? '')}
          >
            {t('support.save')}
          </Button>
          {sendsTo === null ? null : (
            <Button
              look="primary"
              isDisabled={isEmpty || isSending}
              icon={<Send aria-hidden="true" />}
              onPress={() => void send(text ?? '')}
            >
              {t(isSending ? 'support.sending' : 'support.send')}
            </Button>
          )}
        </>
      }
    >
      <div className="support">
        <p className="support-consent">{t('support.consent')}</p>
        <p>{t('support.inside')}</p>
        {told ? <Notice tone={told.tone}>{told.words}</Notice> : null}
        {text === null ? (
          told ? null : (
            <Progress label={t('support.making')} done={0} total={null} />
          )
        ) : (
          <TextField className="support-field" value={text} onChange={setText}>
            <Label>{t('support.text')}</Label>
            <TextArea ref={field} className="support-text" rows={14} spellCheck="false" />
          </TextField>
        )}
        {text === null ? null : (
          <p className="support-place">
            {sendsTo === null ? t('support.noPlace') : t('support.sendsTo', { place: new URL(sendsTo).host })}
          </p>
        )}
      </div>
    </Sheet>
  )
}
