// The formats Bobbin opens or saves, a line each: everything else about a format is in its folder. HOW-TO-ADD.md shows it step by
// step. The order means nothing: each format tells its own files from all others.
export { bqm } from './bqm/format.ts'
export { dxf } from './dxf/format.ts'
export { iqp } from './iqp/format.ts'
export { qcc } from './qcc/format.ts'
export { qli } from './qli/format.ts'
export { svg } from './svg/format.ts'
