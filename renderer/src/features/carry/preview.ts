import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import './carry.css'

/** What hangs under the pointer: the picture on its cloth, others peeping out behind it, and how many in words. */
export function drawPreview(container: HTMLElement, picture: HTMLCanvasElement | null, count: number): void {
  const stack = document.createElement('div')
  stack.className = count > 1 ? 'carry-preview carry-several' : 'carry-preview'
  const cloth = document.createElement('div')
  cloth.className = 'carry-cloth'
  if (picture) cloth.append(picture)
  const words = document.createElement('span')
  words.className = 'carry-count'
  words.textContent = t('carry.count', counted(count))
  stack.append(cloth, words)
  container.append(stack)
}
