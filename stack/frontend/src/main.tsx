import "@/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "@/app/query-client.ts";
import { router } from "@/app/router.tsx";
import { askToSignIn } from "@/features/session/reauthentication.ts";
import { takeSetupToken } from "@/features/setup/setup-token.ts";
import { onSessionExpired } from "@/lib/api.ts";
// Follows the system on every screen, also where nothing else needs to know the theme.
import "@/lib/theme.ts";

// Before the router reads the address, so that the token is in no history entry and no link.
takeSetupToken();
onSessionExpired(askToSignIn);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
