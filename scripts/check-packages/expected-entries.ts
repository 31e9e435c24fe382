/** What an entry may ask its user's bundler for, and how large its own code may be, minified and gzipped. */
export interface ExpectedEntry {
  readonly externals: readonly string[]
  readonly maxGzipBytes: number
}

/** Change a row together with the code that changes its truth; the check prints what it measured. */
export const expectedEntries: Readonly<Record<string, ExpectedEntry>> = {
  '@gallerist/sdk': { externals: ['axios', 'zod'], maxGzipBytes: 17_000 },
  '@gallerist/sdk/contract': { externals: ['zod'], maxGzipBytes: 8_200 },
  '@gallerist/sdk/react': {
    externals: ['@tanstack/react-query', 'react', 'react/jsx-runtime', 'zod'],
    maxGzipBytes: 7_500,
  },
  '@gallerist/sdk/msw': { externals: ['msw', 'zod'], maxGzipBytes: 21_500 },
  '@gallerist/ui': {
    externals: [
      '@gallerist/sdk',
      '@gallerist/sdk/contract',
      '@gallerist/sdk/react',
      '@tanstack/react-query',
      'react',
      'react-dom',
      'react-dropzone',
      'react/jsx-runtime',
    ],
    maxGzipBytes: 33_000,
  },
  '@gallerist/ui/styles.css': { externals: [], maxGzipBytes: 8_000 },
}
