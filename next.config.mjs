/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // They find their own files (WebAssembly, native sockets) on disk.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg"],
  // `./freehold test` runs one tsc over the whole project; a build in `up` need not do it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
};
