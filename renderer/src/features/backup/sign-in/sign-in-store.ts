/** Signing in, step by step. What she typed stays until she is done, also when she closes the sheet to look at her mail. */
import { create } from 'zustand'
import type { BackupState } from '#shared/contract/library/sync.ts'
import { library, shell } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'
import { showBackup, useBackup } from '../backup-store.ts'
import { addressTyped, codeTyped } from './typed-code.ts'

export type Step = 'email' | 'code' | 'pairing' | 'google' | 'done'

interface SignIn {
  readonly isOpen: boolean
  readonly step: Step
  /** The address of the cloud, as typed or as it is configured. */
  readonly address: string
  /** Nobody may change the address: it came with Bobbin. */
  readonly isAddressFixed: boolean
  readonly offers: { readonly google: boolean; readonly signUp: boolean } | null
  readonly email: string
  readonly code: string
  readonly problem: Problem | null
  readonly isBusy: boolean
  /** A new code was sent, and that was said. */
  readonly isSentAgain: boolean
  /** She was signed in before: the words are those of coming back. */
  readonly isAgain: boolean
  readonly googleUrl: string | null
}

const FRESH: SignIn = {
  isOpen: false,
  step: 'email',
  address: '',
  isAddressFixed: true,
  offers: null,
  email: '',
  code: '',
  problem: null,
  isBusy: false,
  isSentAgain: false,
  isAgain: false,
  googleUrl: null,
}

export const useSignIn = create<SignIn>(() => FRESH)

/** Opens where she left it. */
export function openSignIn(): void {
  const account = useBackup.getState().state?.account ?? null
  const { step, email } = useSignIn.getState()
  useSignIn.setState({
    isOpen: true,
    isAgain: account !== null,
    problem: null,
    ...(step === 'done' ? { step: 'email', code: '' } : {}),
    ...(email === '' && account ? { email: account.email } : {}),
  })
  void learnCloud()
}

export function closeSignIn(): void {
  useSignIn.setState({ isOpen: false })
}

/** Signed in or not: the next time begins anew. */
export function endSignIn(): void {
  useSignIn.setState(FRESH)
}

async function learnCloud(): Promise<void> {
  try {
    const { url, isFixed } = await library.call('sync.cloud', {})
    const typed = useSignIn.getState().address
    useSignIn.setState({ isAddressFixed: isFixed, address: isFixed || typed === '' ? (url ?? '') : typed })
    await learnOffers()
  } catch (error) {
    useSignIn.setState({ problem: problemOf(error) })
  }
}

/** Whether Google can be used there. Nothing is said when it cannot be learned: sending the code says what is wrong. */
export async function learnOffers(): Promise<void> {
  const url = addressTyped(useSignIn.getState().address)
  if (url === null) return
  try {
    const offers = await library.call('sync.offers', { url })
    if (addressTyped(useSignIn.getState().address) === url) useSignIn.setState({ offers })
  } catch {
    useSignIn.setState({ offers: null })
  }
}

export function changeSignIn(change: Partial<Pick<SignIn, 'address' | 'email' | 'code'>>): void {
  useSignIn.setState({ ...change, problem: null })
}

export function goToStep(step: Step): void {
  useSignIn.setState({ step, problem: null, code: '', isSentAgain: false })
}

/** @param again she asked for another code */
export function sendCode(again: boolean): Promise<void> {
  return busy(async url => {
    await library.call('sync.sendCode', { url, email: useSignIn.getState().email.trim() })
    useSignIn.setState({ step: 'code', code: '', isSentAgain: again })
  })
}

export function signInWithCode(): Promise<void> {
  const { email, code } = useSignIn.getState()
  return busy(async url =>
    arrive(await library.call('sync.signIn', { url, email: email.trim(), code: codeTyped(code) })),
  )
}

export function signInByPairing(): Promise<void> {
  const { code } = useSignIn.getState()
  return busy(async url => arrive(await library.call('sync.signInByPairing', { url, code: codeTyped(code) })))
}

export function signInWithGoogle(): Promise<void> {
  return busy(async url => {
    const { openUrl } = await library.call('sync.signInWithGoogle', { url })
    useSignIn.setState({ step: 'google', googleUrl: openUrl })
    await openGoogle()
  })
}

/** The page of Google, in her own browser. */
export async function openGoogle(): Promise<void> {
  const { googleUrl } = useSignIn.getState()
  if (googleUrl !== null) await shell().host.call('host.openLink', { url: googleUrl })
}

/** She signed in in the browser: the state says so by itself. */
export function followGoogle(): () => void {
  return useBackup.subscribe(({ state }) => {
    const { step, isOpen } = useSignIn.getState()
    if (isOpen && step === 'google' && state?.account && state.state !== 'sign-in') arrive(state)
  })
}

function arrive(state: BackupState): void {
  showBackup(state)
  useSignIn.setState({ step: 'done', problem: null, code: '' })
}

async function busy(work: (url: string) => Promise<void>): Promise<void> {
  const url = addressTyped(useSignIn.getState().address)
  if (url === null || useSignIn.getState().isBusy) return
  useSignIn.setState({ isBusy: true, problem: null, isSentAgain: false })
  try {
    await work(url)
  } catch (error) {
    useSignIn.setState({ problem: problemOf(error) })
  }
  useSignIn.setState({ isBusy: false })
}
