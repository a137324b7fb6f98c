import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options.ts";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** What the portal uses of next-auth; its own pages and the rest stay shut. */
const open = new Set(["GET csrf", "POST callback/link", "POST callback/password", "POST signout"]);

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const action = (await context.params).nextauth.join("/");
  if (!open.has(`${request.method} ${action}`)) return new Response("Not found\n", { status: 404 });
  return NextAuth(request, context, authOptions());
}

export { handle as GET, handle as POST };
