import './marks.css'
export { BigView } from './big-view.tsx'
export { lookAt } from './preview-store.ts'
