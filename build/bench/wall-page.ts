/** What the wall's bench does inside the page. */
import type { Page } from '@playwright/test'

/** Scrolls by `step` every frame and tells how long each frame took. */
export function collectFrames(page: Page, selector: string, step: number, frames: number): Promise<number[]> {
  return page.evaluate(
    ({ selector, step, frames }) =>
      new Promise<number[]>(resolve => {
        const wall = document.querySelector(selector)
        if (!wall) throw new Error('there is no wall')
        wall.scrollTop = 0
        const times: number[] = []
        let last = 0
        const frame = (now: number) => {
          if (last > 0) times.push(now - last)
          last = now
          if (times.length >= frames) resolve(times)
          else {
            wall.scrollTop += step
            requestAnimationFrame(frame)
          }
        }
        // The jump to the top is not part of the scroll.
        setTimeout(() => requestAnimationFrame(frame), 600)
      }),
    { selector, step, frames },
  )
}

/** Begins to note how long our scripts ran in each frame that took longer than 50 ms. */
export function watchLongFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const found: number[] = []
    Object.assign(window, { longFrames: found })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const { scripts = [] } = entry as PerformanceEntry & { scripts?: readonly PerformanceEntry[] }
        found.push(scripts.reduce((sum, script) => sum + script.duration, 0))
      }
    }).observe({ type: 'long-animation-frame' })
  })
}

export function longFrames(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { longFrames: number[] }).longFrames)
}

/** Milliseconds until every picture in sight is drawn: looks at the pixels, as an eye would. */
export async function whenPicturesAreComplete(page: Page, since: 'sinceLoad' | 'sinceNow'): Promise<number> {
  await page.waitForSelector('.wall-row')
  return page.evaluate(
    since =>
      new Promise<number>(resolve => {
        const start = since === 'sinceLoad' ? 0 : performance.now()
        const isComplete = () => {
          const wall = document.querySelector('#wall')
          const rows = [...document.querySelectorAll('.wall-row')]
          const view = wall?.getBoundingClientRect()
          if (!view || rows.length === 0) return false
          return rows.every(row => {
            const at = row.getBoundingClientRect()
            if (at.bottom < view.top || at.top > view.bottom) return true
            const canvas = row.querySelector('canvas')
            const context = canvas?.getContext('2d')
            if (!canvas || !context) return false
            return [...row.querySelectorAll('.wall-cloth')].every(cloth => {
              const box = cloth.getBoundingClientRect()
              const ratio = window.devicePixelRatio
              const x = Math.round((box.left - canvas.getBoundingClientRect().left) * ratio)
              const { data } = context.getImageData(x, 0, Math.round(box.width * ratio), canvas.height)
              return data.some((value, index) => index % 4 === 3 && value > 0)
            })
          })
        }
        const look = () => {
          if (isComplete()) resolve(performance.now() - start)
          else setTimeout(look, 15)
        }
        look()
      }),
    since,
  )
}
