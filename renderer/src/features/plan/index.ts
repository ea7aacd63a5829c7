export { PlanQuilt } from './plan-quilt.tsx'
export { openPlan } from './plan-store.ts'
