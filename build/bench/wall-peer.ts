/** Runs inside the page: the obvious virtual wall, one SVG in every cell, made anew for the rows in sight. */
export function hangSvgWall({ paths, total }: { paths: readonly string[]; total: number }): void {
  const columns = 7
  const [card, height, gap] = [200, 270, 16]
  const wall = document.createElement('div')
  wall.id = 'peer'
  wall.style.cssText = 'height:100vh;overflow:auto;position:relative'
  const inside = document.createElement('div')
  inside.style.cssText = `position:relative;height:${Math.ceil(total / columns) * (height + gap)}px`
  wall.append(inside)
  document.body.append(wall)
  const rows = new Map<number, HTMLElement>()

  function rowOf(row: number): HTMLElement {
    const element = document.createElement('div')
    element.style.cssText = `position:absolute;top:${row * (height + gap)}px;display:flex;gap:${gap}px`
    element.innerHTML = Array.from({ length: columns }, (_, column) => {
      const index = row * columns + column
      const path = paths[index % paths.length]
      return `<div style="width:${card}px;height:${height}px;border-radius:14px;box-shadow:inset 0 0 0 1px #ccc">
        <svg width="${card}" height="170" viewBox="-90 -90 1200 1200"><path d="${path}" fill="none" stroke="#2b3a67" stroke-width="10"/></svg>
        <div><b>Pattern ${index}</b></div><div>Willow Lane</div><div>8 × 13 in</div></div>`
    }).join('')
    return element
  }

  function show(): void {
    const first = Math.max(0, Math.floor(wall.scrollTop / (height + gap)) - 2)
    const last = Math.floor((wall.scrollTop + wall.clientHeight) / (height + gap)) + 2
    for (const [row, element] of rows) {
      if (row >= first && row <= last) continue
      element.remove()
      rows.delete(row)
    }
    for (let row = first; row <= last; row++) {
      if (rows.has(row)) continue
      const element = rowOf(row)
      rows.set(row, element)
      inside.append(element)
    }
  }
  wall.addEventListener('scroll', show)
  show()
}
