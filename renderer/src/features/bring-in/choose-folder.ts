import { shell } from '#renderer/host/bobbin.ts'
import { chooseSources, lookThroughFiles } from './bring-in-store.ts'
import { chosenFiles } from './dropped-files.ts'

/** Asks for one folder and looks through it: with the system's dialog, or the browser's where there is none. */
export function chooseFolder(): void {
  if (shell().capabilities.nativeDialogs) {
    void chooseSources('folder')
    return
  }
  const input = document.createElement('input')
  input.type = 'file'
  input.webkitdirectory = true
  input.addEventListener('change', () => {
    if (input.files) lookThroughFiles(chosenFiles(input.files))
  })
  input.click()
}
