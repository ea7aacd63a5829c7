export { BigView } from './big-view.tsx'
export { PreviewPane } from './preview-pane.tsx'
export { lookAt, refreshShown, show, stopLooking, usePreview } from './preview-store.ts'
