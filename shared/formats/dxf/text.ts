import type { DxfHeader } from './header.ts'
import { decodeUtf8OrNull, decodeWindows1252 } from '#shared/text/decode.ts'
