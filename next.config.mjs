/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // They find their own files (WebAssembly, native sockets) on disk.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "dockerode"],
  // `./freehold test` runs one tsc over the whole project; a build in `up` need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Metadata comes with the page, not after it: streamed, the title is gone for a moment at every refresh.
  htmlLimitedBots: /.*/,
  // `forbidden()`, by which lib/auth/door.ts answers 403: named experimental by Next 16, which ships it since 15.1.
  experimental: { authInterrupts: true },
  turbopack: {
    root: import.meta.dirname,
    // docs/decisions/0009: what puts its own <style> into the page is refused by the policy.
    rules: { "**/sonner/dist/index.mjs": { loaders: ["./components/sonner-loader.mjs"] } },
  },
};
