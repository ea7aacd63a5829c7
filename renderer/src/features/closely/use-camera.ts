import { useMemo } from 'react'
import type { Bounds } from '#shared/geometry/bounds.ts'
import { type Box, type Camera, fitCamera, keepInSight, panCamera, type Reach, reachOf, zoomCamera } from './camera.ts'
import { realScale } from './real-size.ts'
import { useScreenSize, useView } from './view-store.ts'

export interface CameraHold {
  readonly box: Box
  readonly camera: Camera
  readonly fit: Camera
  /** CSS pixels per millimetre at real size. */
  readonly real: number
  zoomAt(factor: number, px: number, py: number): void
  zoom(factor: number): void
  pan(dx: number, dy: number): void
  /** The whole design again. */
  fitIn(): void
  toRealSize(): void
}

const NOWHERE: Camera = { scale: 1, x: 0, y: 0 }

/** The one camera that wheel, keys, buttons and fingers move. */
export function useCamera(bounds: Bounds | null): CameraHold {
  const box = useView(state => state.box)
  const moved = useView(state => state.camera)
  const measured = useScreenSize(state => state.measured)
  const real = realScale(measured, window.devicePixelRatio)
  return useMemo(() => {
    const fit = bounds && box.width > 0 ? fitCamera(bounds, box) : NOWHERE
    return { box, fit, real, camera: moved ?? fit, ...moves(bounds, box, fit, real) }
  }, [bounds, box, moved, real])
}

function moves(
  bounds: Bounds | null,
  box: Box,
  fit: Camera,
  real: number,
): Pick<CameraHold, 'zoomAt' | 'zoom' | 'pan' | 'fitIn' | 'toRealSize'> {
  const reach: Reach = reachOf(fit, real)
  // Several events of one frame each go on from the last, hence from the store and not from what was rendered.
  const move = (change: (from: Camera) => Camera) => {
    if (!bounds || box.width === 0) return
    useView.setState(({ camera }) => ({ camera: keepInSight(change(camera ?? fit), bounds, box) }))
  }
  const zoomAt = (factor: number, px: number, py: number) =>
    move(camera => zoomCamera(camera, factor, px, py, box, reach))
  return {
    zoomAt,
    zoom: factor => zoomAt(factor, box.width / 2, box.height / 2),
    pan: (dx, dy) => move(camera => panCamera(camera, dx, dy)),
    fitIn: () => useView.setState({ camera: null }),
    // Measured this moment, perhaps: the store knows before the window has drawn anew.
    toRealSize: () =>
      move(camera => ({ ...camera, scale: realScale(useScreenSize.getState().measured, window.devicePixelRatio) })),
  }
}
