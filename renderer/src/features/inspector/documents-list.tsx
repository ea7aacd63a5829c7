import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { FileFacts } from '#shared/contract/library/patterns.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { fileWords, isText } from './facts.ts'

type Read = OutputOf<LibraryContract['patterns.document']>

/** The terms and notes that came with the pattern, by name; those that are words can be read. */
export function DocumentsList({ documents }: { documents: readonly FileFacts[] }) {
  const { t } = useTranslation()
  const [read, setRead] = useState<Read | null>(null)
  return (
    <>
      <ul className="files">
        {documents.map(file => (
          <li key={file.id} className="file">
            <span className="file-name">{file.name}</span>
            <span className="file-facts">{fileWords(file)}</span>
            {isText(file) ? (
              <Button
                icon={<FileText aria-hidden="true" />}
                aria-label={t('inspector.readIt', { name: file.name })}
                onPress={() => void library.call('patterns.document', { fileId: file.id }).then(setRead, say)}
              >
                {t('inspector.read')}
              </Button>
            ) : (
              <p className="inspector-hint">{t('inspector.notText')}</p>
            )}
          </li>
        ))}
      </ul>
      <Sheet open={read !== null} onClose={() => setRead(null)} title={read?.name ?? ''}>
        {read?.truncated ? <Notice tone="plain">{t('inspector.truncated')}</Notice> : null}
        <p className="document-text">{read?.text === '' ? t('inspector.emptyText') : read?.text}</p>
      </Sheet>
    </>
  )
}
