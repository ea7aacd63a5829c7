export { AlikeBar, Likeness } from './alike-bar.tsx'
export {
  leaveAlike,
  likeDrawing,
  type Line,
  moreLike,
  setAlikeSort,
  useAlike,
  useLike,
  useModel,
} from './alike-store.ts'
export { NothingAlike } from './nothing-alike.tsx'
