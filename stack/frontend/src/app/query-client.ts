import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api-error.ts";

/** Errors that may be gone a second later; anything else is the server's considered answer. */
const passing = new Set(["network", "timeout", "unavailable"]);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && passing.has(error.code),
    },
    // Try at once and report; the default would wait silently for a connection.
    mutations: { networkMode: "always" },
  },
});
