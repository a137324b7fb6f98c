import { getRouteApi } from "@tanstack/react-router";
import { may, type Permission, type User } from "@/features/session/api.ts";

const signedIn = getRouteApi("/signed-in");

/** Who is signed in; only below the sign-in. */
export function useUser(): User {
  return signedIn.useRouteContext().user;
}

export function useMay(permission: Permission): boolean {
  return may(useUser(), permission);
}
