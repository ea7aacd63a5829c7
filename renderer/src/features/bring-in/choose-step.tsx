import { FileText, FolderOpen, Sparkles } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shell } from '#renderer/host/bobbin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ThreadDrawing } from '#renderer/ui/thread-drawing.tsx'
import { chooseSources, lookThroughFiles, startStarter } from './bring-in-store.ts'
import { chosenFiles } from './dropped-files.ts'

/** Where the patterns are: a drop, a folder, files, or the designs Bobbin brings itself. */
export function ChooseStep({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)

  function choose(what: 'folder' | 'files') {
    if (shell().capabilities.nativeDialogs) void chooseSources(what)
    else (what === 'folder' ? folder : files).current?.click()
  }

  return (
    <>
      <div className="choose-drop">
        <ThreadDrawing of="spool" />
        <p className="choose-title">{t('bringIn.dropHere')}</p>
        <div className="choose-buttons">
          <Button look="primary" icon={<FolderOpen aria-hidden="true" />} onPress={() => choose('folder')}>
            {t('bringIn.folder')}
          </Button>
          <Button icon={<FileText aria-hidden="true" />} onPress={() => choose('files')}>
            {t('bringIn.chooseFiles')}
          </Button>
        </div>
        <p className="choose-copies">{t('bringIn.copies')}</p>
      </div>
      <div className="choose-starter">
        <div>
          <p className="choose-starter-title">{t('bringIn.starterTitle')}</p>
          <p>{t('bringIn.starterHint')}</p>
        </div>
        <Button icon={<Sparkles aria-hidden="true" />} onPress={() => void startStarter()}>
          {t('bringIn.starter')}
        </Button>
      </div>
      {children}
      <FileInput input={folder} folder />
      <FileInput input={files} folder={false} />
    </>
  )
}

/** The browser's own chooser, opened by the buttons above. */
function FileInput({ input, folder }: { input: React.RefObject<HTMLInputElement | null>; folder: boolean }) {
  return (
    <input
      ref={element => {
        input.current = element
        // React has no name for this attribute.
        if (element && folder) element.webkitdirectory = true
      }}
      className="file-input"
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden="true"
      data-testid={folder ? 'folder-input' : 'files-input'}
      onChange={event => {
        const list = event.target.files
        if (list) lookThroughFiles(chosenFiles(list))
        event.target.value = ''
      }}
    />
  )
}
