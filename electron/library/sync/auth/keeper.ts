/** Where the sign-in of a library is kept between starts: the one secret of the device, its refresh token. */
export interface TokenKeeper {
  /** Null: nobody is signed in here, or what was kept cannot be read any more. */
  read(): Promise<string | null>
  /** Kept when it resolves. Null: forget it. @throws BobbinError `disk-full`, `library-not-writable`, `disk-trouble`: what was kept before stays */
  write(text: string | null): Promise<void>
}
