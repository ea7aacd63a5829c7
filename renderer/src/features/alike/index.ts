export { AlikeBar, Likeness } from './alike-bar.tsx'
export {
  leaveAlike,
  likeDrawing,
  likeIn,
  type Line,
  moreLike,
  setAlikeSort,
  useAlike,
  useIsAlike,
} from './alike-store.ts'
export { NothingAlike } from './nothing-alike.tsx'
