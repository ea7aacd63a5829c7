/** Setting: id of the machine of hers, or of the kind, that was sent to last on this computer. */
export const LAST_MACHINE = 'sending.last-machine'
