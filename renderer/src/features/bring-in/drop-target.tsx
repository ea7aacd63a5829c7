import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCarryingFiles } from '#renderer/features/carry/index.ts'
import { shell } from '#renderer/host/bobbin.ts'
import { lookThroughFiles, lookThroughPaths, openBringIn } from './bring-in-store.ts'
import { droppedEntries, filesOfEntries } from './dropped-files.ts'
import './bring-in.css'

/** The whole window takes a drop; while something hovers over it, it says so. */
export function DropTarget() {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    let depth = 0
    // Patterns on their way out of the window are files too; they are here already.
    const hasFiles = (event: DragEvent) => !isCarryingFiles() && (event.dataTransfer?.types.includes('Files') ?? false)
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth++
      setOver(true)
    }
    const onLeave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      void takeIn(event.dataTransfer)
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className="drop-target">
      <div className="drop-card">
        <Download aria-hidden="true" />
        <p className="drop-title">{t('bringIn.drop')}</p>
        <p>{t('bringIn.dropHint')}</p>
      </div>
    </div>
  )
}

async function takeIn(transfer: DataTransfer): Promise<void> {
  const { entries, files } = droppedEntries(transfer)
  openBringIn()
  if (shell().capabilities.dropGivesPaths) {
    const paths = files.map(file => shell().pathOf(file)).filter(path => path !== null)
    if (paths.length > 0) lookThroughPaths(paths)
    return
  }
  lookThroughFiles(await filesOfEntries(entries))
}
