export { ChosenBar } from './chosen-bar.tsx'
export { WallFooter, WallHeader } from './wall-controls.tsx'
export { Wall } from './wall.tsx'
export {
  choose,
  chooseAll,
  chooseSubject,
  clearChosen,
  idAt,
  leaveWall,
  setSeveral,
  subjects,
  useSelection,
} from './selection.ts'
export { answerComing, ask, askAgain, cardAt, everyId, type Question, useWall } from './wall-store.ts'
export { positionOf } from './picture-size.ts'
export { restoreWallView, setPictureSize, useWallView } from './wall-view-store.ts'
export { WallMenu } from './wall-menu.tsx'
export { restoreSpots } from './spots.ts'
