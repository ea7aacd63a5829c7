import { join } from 'node:path'
import type { Configuration } from 'app-builder-lib'
import { fileAssociations, OFFERED_MIME, offeredOnMac } from './file-types.ts'
import { type Arch, checkNatives, leaveOutOthers, type Platform } from './natives.ts'

export interface BuilderOptions {
  readonly archs: readonly Arch[]
  /** Paths of the packages that run outside of the window. */
  readonly shipped: ReadonlySet<string>
  /** Packages that the window alone uses: they are in its bundle. */
  readonly leftOut: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly electronVersion: string
}

const PACKED = [
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'build/icons/icon.png',
  'package.json',
  // Sources of the database, other bundles of the same code, documentation and types: nothing of it runs.
  '!node_modules/better-sqlite3/{deps,src}{,/**/*}',
  '!node_modules/node-addon-api{,/**/*}',
  '!node_modules/csv-{parse,stringify}/dist/{iife,umd}{,/**/*}',
  // Of its many builds the one without a graphics card, for outside of a window: three files of a hundred megabytes.
  '!node_modules/onnxruntime-web/{docs,lib}{,/**/*}',
  '!node_modules/onnxruntime-web/dist/!(ort.node.min.mjs|ort-wasm-simd-threaded.mjs|ort-wasm-simd-threaded.wasm)',
  '!node_modules/**/*.{map,md,markdown,ts,mts,cts,flow,gyp,gypi}',
  '!node_modules/**/{test,tests,__tests__,example,examples,benchmark,benchmarks,.github}{,/**/*}',
]

/** Which number stands for which in electron-builder's hooks. */
const ARCH_NAMES: Readonly<Record<number, Arch>> = { 1: 'x64', 3: 'arm64' }

/** How Bobbin is packed for every system. What is secret or differs from maker to maker comes from the environment (RELEASE.md). */
export function builderConfig({ archs, shipped, leftOut, env, electronVersion }: BuilderOptions): Configuration {
  /**
   * Whole for each system: patterns at the top become a set of their own, and a system's that only leave out would then be taken to mean
   * "everything else of the project".
   */
  const files = (platform: Platform) => [
    ...PACKED,
    ...leftOut.map(path => `!${path}{,/**/*}`),
    ...leaveOutOthers(platform),
  ]
  return {
    appId: 'com.bobbin.desktop',
    productName: 'Bobbin',
    copyright: 'Bobbin',
    electronVersion,
    directories: { output: 'dist', buildResources: 'build/package' },
    asar: { smartUnpack: false },
    // The system's own loader opens these, and knows nothing of archives.
    asarUnpack: ['**/*.node', 'node_modules/sqlite-vec-*/**/*'],
    // Every native part comes ready made and speaks Node-API, which is the same in Electron.
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    extraFiles: [{ from: 'dist/LICENCES.txt', to: 'LICENCES.txt' }],
    ...(env.BOBBIN_SUPPORT_URL ? { extraMetadata: { supportUrl: env.BOBBIN_SUPPORT_URL } } : {}),
    fileAssociations: fileAssociations(),
    electronLanguages: ['en', 'en-US', 'en_US'],
    publish: env.BOBBIN_UPDATE_URL ? { provider: 'generic', url: env.BOBBIN_UPDATE_URL, channel: 'latest' } : null,
    detectUpdateChannel: false,
    generateUpdatesFilesForAllChannels: false,
    artifactName: 'Bobbin-${version}-${os}-${arch}.${ext}',
    afterPack: packed => refuseIncomplete(packed, shipped),

    win: {
      target: [{ target: 'nsis', arch: [...archs] }],
      icon: 'build/icons/icon.ico',
      files: files('win32'),
      ...signingOnWindows(env),
    },
    nsis: {
      oneClick: true,
      perMachine: false,
      // Her patterns are not the program: taking Bobbin off a computer leaves them.
      deleteAppDataOnUninstall: false,
      // One installer a kind of computer; together they would be twice as large.
      buildUniversalInstaller: false,
      include: 'build/package/installer.nsh',
      differentialPackage: true,
    },

    mac: {
      target: [
        { target: 'dmg', arch: [...archs] },
        // What the updater fetches; a .dmg is for people.
        { target: 'zip', arch: [...archs] },
      ],
      icon: 'build/icons/icon.icns',
      category: 'public.app-category.graphics-design',
      files: files('darwin'),
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/package/entitlements.plist',
      entitlementsInherit: 'build/package/entitlements.plist',
      notarize: Boolean(env.APPLE_API_KEY || env.APPLE_ID || env.APPLE_KEYCHAIN_PROFILE),
      fileAssociations: offeredOnMac(),
    },

    linux: {
      target: [
        { target: 'AppImage', arch: [...archs] },
        { target: 'deb', arch: [...archs] },
      ],
      icon: 'build/icons/linux',
      category: 'Graphics',
      synopsis: 'Every longarm pattern you own',
      description:
        'Every longarm pattern you own: seen, found, and on the stick of your machine. Works with no internet.',
      maintainer: env.BOBBIN_MAINTAINER ?? 'Bobbin <support@bobbin.invalid>',
      executableName: 'bobbin',
      mimeTypes: OFFERED_MIME,
      files: files('linux'),
    },
    deb: { packageName: 'bobbin' },
  }
}

/** With a certificate in the environment electron-builder signs by itself; Azure's service wants its names. */
function signingOnWindows(env: BuilderOptions['env']): Configuration['win'] {
  const { AZURE_SIGNING_ENDPOINT: endpoint, AZURE_SIGNING_ACCOUNT: account, AZURE_SIGNING_PROFILE: profile } = env
  if (!endpoint || !account || !profile) return {}
  return {
    azureSignOptions: {
      endpoint,
      codeSigningAccountName: account,
      certificateProfileName: profile,
      publisherName: env.AZURE_SIGNING_PUBLISHER ?? 'Bobbin',
    },
  }
}

interface Packed {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly arch: number
}

/** Refuses a program that would not start on the computer it is for, or carries parts for another one. */
async function refuseIncomplete(
  { appOutDir, electronPlatformName, arch }: Packed,
  shipped: ReadonlySet<string>,
): Promise<void> {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, 'Bobbin.app', 'Contents', 'Resources')
      : join(appOutDir, 'resources')
  const name = ARCH_NAMES[arch]
  if (name === undefined) throw new Error(`Bobbin is not packed for processors of kind ${arch}.`)
  const { problems } = checkNatives(
    join(resources, 'app.asar.unpacked', 'node_modules'),
    electronPlatformName as Platform,
    name,
    shipped,
  )
  if (problems.length > 0) {
    throw new Error(`The packed program for ${electronPlatformName} ${name} is not whole: ${problems.join('; ')}.`)
  }
}
