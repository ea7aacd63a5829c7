import { z } from 'zod'

/** One callable thing of a contract: what goes in, what comes out, what is told meanwhile. */
export interface Method<Input = unknown, Output = unknown, Progress = unknown> {
  readonly input: z.ZodType<Input>
  readonly output: z.ZodType<Output>
  readonly progress: z.ZodType<Progress>
}

export type Contract = Readonly<Record<string, Method>>
export type Events = Readonly<Record<string, z.ZodType>>

export function method<I extends z.ZodType, O extends z.ZodType, P extends z.ZodType = z.ZodNever>(
  input: I,
  output: O,
  progress?: P,
): Method<z.infer<I>, z.infer<O>, z.infer<P>> {
  return { input, output, progress: progress ?? z.never() } as unknown as Method<z.infer<I>, z.infer<O>, z.infer<P>>
}

export type InputOf<M> = M extends Method<infer I, unknown, unknown> ? I : never
export type OutputOf<M> = M extends Method<unknown, infer O, unknown> ? O : never
export type ProgressOf<M> = M extends Method<unknown, unknown, infer P> ? P : never
export type EventOf<E extends Events, Name extends keyof E> = z.infer<E[Name]>

/** What a caller may pass beside the input. */
export interface CallOptions<P> {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: P) => void
}

/** The caller's side of a contract. Rejects with BobbinError. */
export type Client<C extends Contract, E extends Events> = {
  call<Name extends keyof C & string>(
    name: Name,
    input: InputOf<C[Name]>,
    options?: CallOptions<ProgressOf<C[Name]>>,
  ): Promise<OutputOf<C[Name]>>
  /** Returns the function that stops listening. */
  on<Name extends keyof E & string>(name: Name, listener: (payload: EventOf<E, Name>) => void): () => void
}

/** What a handler gets beside its input. */
export interface CallContext<P> {
  readonly signal: AbortSignal
  progress(value: P): void
}

/** The answering side: one function a method. The compiler finds the missing one. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (
    input: InputOf<C[Name]>,
    context: CallContext<ProgressOf<C[Name]>>,
  ) => Promise<OutputOf<C[Name]>> | OutputOf<C[Name]>
}
