import type { Page } from '@playwright/test'

/** What is cut off, covered or outside of the window, each told by its words. Nothing: the screen is whole. */
export function notWhole(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const wordsOf = (element: Element) => (element.textContent ?? '').trim().slice(0, 80) || element.className
    const isHidden = (element: Element) =>
      element.closest('.visually-hidden, [hidden], [inert]') !== null ||
      !element.checkVisibility({ visibilityProperty: true })
    if (document.documentElement.scrollWidth > window.innerWidth) found.add('the page is wider than the window')

    // Letters that end before they are read: allowed only where the whole stands in a tooltip.
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const holdsWords = [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      if (!holdsWords || element.clientWidth === 0 || isHidden(element) || element.closest('[title]')) continue
      const style = getComputedStyle(element)
      const cuts = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll'
      if (cuts && element.scrollWidth > element.clientWidth + 1) found.add(`cut: ${wordsOf(element)}`)
      if (cuts && element.scrollHeight > element.clientHeight + 3) found.add(`cut below: ${wordsOf(element)}`)
    }

    const layers = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].filter(one => !isHidden(one))
    const layer = layers.at(-1) ?? document.body
    const controls =
      'button, a[href], input, textarea, select, h1, h2, h3, label, [role="radio"], [role="switch"], [role="slider"], [role="option"], [role="menuitem"]'
    for (const element of layer.querySelectorAll<HTMLElement>(controls)) {
      const box = element.getBoundingClientRect()
      // One pixel wide: only for the ear.
      if (box.width <= 1 || isHidden(element)) continue
      if (
        element.matches('button, h1, h2, h3, label') &&
        element.scrollWidth > element.clientWidth + 2 &&
        element.clientWidth > 0
      )
        found.add(`too narrow: ${wordsOf(element)}`)
      if (element.matches('input')) continue
      const scroller = scrollerOf(element)
      const room = scroller
        ? scroller.getBoundingClientRect()
        : new DOMRect(0, 0, window.innerWidth, window.innerHeight)
      if (box.right > room.right + 1 && !(scroller && scroller.scrollWidth > scroller.clientWidth))
        found.add(`off to the right: ${wordsOf(element)}`)
      if (box.left < room.left - 1 && !(scroller && scroller.scrollLeft > 0))
        found.add(`off to the left: ${wordsOf(element)}`)
      // Something else lies where she would press.
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      if (isScrolledAway(element, x, y)) continue
      const top = document.elementFromPoint(x, y)
      if (
        top &&
        !element.contains(top) &&
        !top.contains(element) &&
        !top.closest('label')?.contains(element) &&
        !top.closest('[data-floating]')
      )
        found.add(`covered: ${wordsOf(element)} by ${top.className}`)
    }
    return [...found]

    /** Whether any of the scrollers around it, or the window's edge, has this point out of sight, or as good as. */
    function isScrolledAway(element: Element, x: number, y: number): boolean {
      const edge = 2
      if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) return true
      for (let at = scrollerOf(element); at; at = scrollerOf(at)) {
        const box = at.getBoundingClientRect()
        if (x < box.left + edge || x >= box.right - edge || y < box.top + edge || y >= box.bottom - edge) return true
      }
      return false
    }

    function scrollerOf(element: Element): Element | null {
      for (let at = element.parentElement; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (/auto|scroll|hidden/.test(style.overflowY) || /auto|scroll|hidden/.test(style.overflowX)) return at
      }
      return null
    }
  })
}
